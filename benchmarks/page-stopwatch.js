// Plain JavaScript, and one function that closes over nothing: it travels to the page as text.

/**
 * Runs in the page before the page's own scripts. It measures without touching the product: the click, the answer to
 * it, what arrives on the stream, and the paint.
 */
export function installStopwatch() {
  const decoder = new TextDecoder();
  const fetchOfTheBrowser = globalThis.fetch;
  const underWay = /^(queued|running)/i;
  let measuring;

  globalThis.fetch = async (...call) => {
    const [asked, how] = call;
    const request = asked instanceof Request ? asked : undefined;
    const path = new URL(request?.url ?? asked, location.href).pathname;
    const submitting = path === "/api/submissions" && (how?.method ?? request?.method) === "POST";
    if (submitting && measuring) measuring.sentAt = performance.now();
    const response = await fetchOfTheBrowser(...call);
    if (submitting && measuring) measuring.acceptedAt = performance.now();
    return path === "/api/events/stream" && response.body ? stamped(response) : response;
  };

  /** The same answer; each piece is noted when the page's script gets it, before it is passed on. */
  function stamped(response) {
    const note = new TransformStream({
      transform(chunk, controller) {
        const wallClock = Date.now();
        const at = performance.now();
        for (const frame of decoder.decode(chunk).split("\n\n")) {
          if (measuring && frame.includes("event: submission.graded\n")) {
            measuring.graded = { at, wallClock, frame };
          }
        }
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(note), response);
  }

  addEventListener(
    "click",
    (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (measuring && button?.textContent.trim().startsWith("Submit")) {
        measuring.pressedAt ??= event.timeStamp;
      }
    },
    { capture: true },
  );

  /** The verdict before must have gone once, or it would be taken for the new one. */
  function look() {
    if (measuring?.pressedAt === undefined || measuring.seen) return;
    const text = document.querySelector("#verdict")?.textContent.trim() ?? "";
    if (text === "" || underWay.test(text)) {
      measuring.begun = true;
    } else if (measuring.begun) {
      measuring.seen = true;
      requestAnimationFrame(() => afterPaint(text));
    }
  }

  /** A message sent while a frame is being made is taken up after that frame was painted. */
  function afterPaint(verdict) {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      measuring.painted(performance.now(), verdict);
      port1.close();
    });
    port1.start();
    port2.postMessage(undefined);
  }

  // Called from outside: resolves when the verdict of the next submission is on screen and its event is here.
  globalThis.masteryStopwatch = () =>
    new Promise((resolve) => {
      measuring = {
        painted(paintedAt, verdict) {
          const { pressedAt, sentAt, acceptedAt, graded } = measuring;
          measuring = undefined;
          resolve({ verdict, pressedAt, sentAt, acceptedAt, paintedAt, graded });
        },
      };
      new MutationObserver((_changes, observer) => {
        look();
        if (!measuring || measuring.seen) observer.disconnect();
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
}
