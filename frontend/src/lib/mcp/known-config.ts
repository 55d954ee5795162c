import { MonacoConfig, type MonacoConfigRequest } from "@mastery/contracts/monaco-config";

/** One answer a device: a phone and a screen reader get others. */
function configKey(request: Omit<MonacoConfigRequest, "language">): string {
  const { coarsePointer, screenReader, theme } = request;
  return `mastery.skill.monaco-config.${coarsePointer ? "touch" : "mouse"}.${screenReader ? "read" : "seen"}.${theme}`;
}

/** The last answer this browser got; undefined when there is none that this version of the page can read. */
export function readKnownConfig(
  storage: Pick<Storage, "getItem">,
  request: Omit<MonacoConfigRequest, "language">,
): MonacoConfig | undefined {
  try {
    const text = storage.getItem(configKey(request));
    return text === null ? undefined : MonacoConfig.safeParse(JSON.parse(text)).data;
  } catch {
    // A spoiled or forbidden storage knows nothing.
    return undefined;
  }
}

export function keepConfig(
  storage: Pick<Storage, "setItem">,
  request: Omit<MonacoConfigRequest, "language">,
  config: MonacoConfig,
): void {
  try {
    storage.setItem(configKey(request), JSON.stringify(config));
  } catch {
    // Without room it is asked for again next time.
  }
}
