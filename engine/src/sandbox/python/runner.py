"""Runs a learner's code through the steps of its tests and reports what it saw, one line of JSON a test.

It knows no expectation: whoever reads the lines compares. Nothing here is a wall either: the learner's code shares
this process and may change all of it. The walls stand around the process, and the reader trusts no line.
"""

import io
import posix
import sys

MESSAGE_CHARS_MAX = 1_000

ESCAPES = {code: "\\u%04x" % code for code in range(32)} | {0x22: '\\"', 0x5C: "\\\\"}


def to_json(value):
    """Just enough JSON; importing the json package would cost more than the rest of this file."""
    if value is None or value is True or value is False:
        return {None: "null", True: "true", False: "false"}[value]
    if type(value) is int:
        return str(value)
    if type(value) is str:
        return '"' + value.translate(ESCAPES) + '"'
    if type(value) is list:
        return "[" + ",".join(map(to_json, value)) + "]"
    return "{" + ",".join(to_json(key) + ":" + to_json(item) for key, item in value.items()) + "}"


class Reporter:
    def __init__(self, descriptor):
        self.descriptor = descriptor

    def line(self, message):
        # A lone surrogate becomes \udcXX, which JSON reads back as what it was.
        data = (to_json(message) + "\n").encode("utf-8", "backslashreplace")
        while data:
            data = data[posix.write(self.descriptor, data) :]

    def end(self, message):
        self.line(message)
        posix._exit(0)


def read_line(descriptor):
    """What is sent next. Nothing is sent ahead, so a line is never followed by the next one."""
    data = b""
    while not data.endswith(b"\n"):
        part = posix.read(descriptor, 65536)
        if not part:
            break
        data += part
    # What arrives is JSON, which but for three words is Python.
    words = {"true": True, "false": False, "null": None, "__builtins__": {}}
    return eval(data.decode("utf-8", "surrogatepass"), words)


class CappedOutput(io.BytesIO):
    """What one test prints; the job ends at once when that is more than a test may print."""

    def __init__(self, bytes_max, reporter):
        super().__init__()
        self.bytes_left = bytes_max
        self.reporter = reporter
        self.text_start = 0

    def write(self, data):
        self.bytes_left -= len(data)
        if self.bytes_left < 0:
            self.reporter.end({"end": "output-limit"})
        return super().write(data)

    def close(self):
        """Stays open when a program closes or replaces sys.stdout: what was printed before still counts."""

    def take_text(self):
        """What was printed since the last call."""
        text = self.getvalue()[self.text_start :].decode("utf-8", "replace")
        self.text_start = len(self.getvalue())
        return text


def text_stream(buffer):
    return io.TextIOWrapper(buffer, encoding="utf-8", errors="backslashreplace", newline="\n", write_through=True)


def describe(error, file_name, loading):
    try:
        message = str.__str__(str(error))[:MESSAGE_CHARS_MAX]
    except BaseException:
        message = ""
    described = {"type": type(error).__name__, "message": message, "loading": loading}
    described["ancestors"] = [kind.__name__ for kind in type(error).__mro__ if kind is not object]
    if isinstance(error, SyntaxError) and error.filename == file_name:
        described["message"] = str(error.msg)[:MESSAGE_CHARS_MAX]
        line = error.lineno
    else:
        line, trace = None, error.__traceback__
        while trace:
            if trace.tb_frame.f_code.co_filename == file_name:
                line = trace.tb_lineno
            trace = trace.tb_next
    if type(line) is int and line > 0:
        described["line"] = line
    return described


class Test:
    """One test: a fresh copy of the learner's module, its own names, its own output."""

    def __init__(self, program, file_name, output):
        self.program = program
        self.file_name = file_name
        self.output = output
        self.module = None
        self.names = {}
        self.loading = False

    def load(self, name):
        self.module = type(sys)(name)
        self.module.__file__ = self.file_name
        sys.modules[name] = self.module
        exec(self.program, self.module.__dict__)

    def evaluate(self, step):
        if self.module is None:
            self.loading = True
            self.load(self.file_name.removesuffix(".py"))
            self.loading = False
        code = compile(step["code"], "<test>", "eval", dont_inherit=True)
        value = eval(code, self.module.__dict__, self.names)
        if "take" in step:
            # The range comes first: it ends before one item too many is asked for.
            value = [item for _, item in zip(range(step["take"]), value)]
        if "as" in step:
            self.names[step["as"]] = value
        return value

    def run_script(self):
        try:
            self.load("__main__")
        except SystemExit as leaving:
            # sys.exit() is how many scripts end; only an error status is an error.
            if leaving.code not in (None, 0, False):
                raise

    def step(self, step):
        sys.stdin = text_stream(io.BytesIO("".join(line + "\n" for line in step.get("stdin", [])).encode()))
        try:
            if step["do"] == "run":
                self.run_script()
                return {"type": "done", "stdout": self.output.take_text()}
            value = self.evaluate(step)
            if step["do"] == "construct":
                return {"type": "done", "stdout": self.output.take_text()}
            return observe_value(value, self.output.take_text())
        except BaseException as error:
            described = describe(error, self.file_name, self.loading)
            error.__traceback__ = None
            return {"type": "raised", "error": described, "stdout": self.output.take_text()}


def run_job(job, reporter, tests):
    """Reads each test from the descriptor `tests` only when the one before it has been reported."""
    reporter.line({"ready": sys.version.split()[0]})
    file_name = job["fileName"]
    try:
        program = compile(job["code"], file_name, "exec", dont_inherit=True)
    except BaseException as error:
        reporter.end({"end": "invalid-code", "error": describe(error, file_name, True)})
    for _ in range(job["tests"]):
        test = read_line(tests)
        output = CappedOutput(job["outputBytesMax"], reporter)
        sys.stdout = text_stream(output)
        sys.stderr = text_stream(CappedOutput(job["outputBytesMax"], reporter))
        steps, running = [], Test(program, file_name, output)
        for step in test["steps"]:
            steps.append(running.step(step))
            if running.loading:
                break
        reporter.line({"steps": steps})
    reporter.end({"end": "finished"})
