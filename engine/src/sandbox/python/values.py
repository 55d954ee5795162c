"""Writes values as Python text. Stands before runner.py in one program; see runner-program.ts."""

REPR_CHARS_MAX = 32_000
DEPTH_MAX = 100
# Past this many bits decimal digits cost quadratic time; hexadecimal ones do not.
DECIMAL_BITS_MAX = 12_000


class Canonical:
    """Writes a value as Python text without calling the learner's code for builtin types.

    `opaque` tells that some object wrote its own text, which therefore proves nothing about its value.
    """

    def __init__(self):
        self.opaque = False
        self.chars_left = REPR_CHARS_MAX
        self.inside = []

    def text(self, value):
        if self.chars_left < 0 or len(self.inside) > DEPTH_MAX:
            self.opaque = True
            return "..."
        text = self.write(value)
        # A container's items have been counted already.
        self.chars_left -= 2 if issubclass(type(value), CONTAINERS) else len(text)
        return text

    def write(self, value):
        kind = type(value)
        if value is None or kind is bool:
            return repr(value)
        for base, write in WRITERS:
            # A subclass that kept its parent's repr is written like the parent; so are collections' dictionaries.
            plain = kind is base or (issubclass(kind, base) and keeps_repr(kind, base))
            if plain:
                return write(self, value)
        self.opaque = True
        return self.own_text(value)

    def own_text(self, value):
        try:
            text = repr(value)
            address = text.find(" at 0x")
            text = text[:address] + ">" if address >= 0 and text.endswith(">") else text
        except BaseException:
            text = "<" + type(value).__name__ + " object>"
        return str.__str__(text)[:REPR_CHARS_MAX]

    def number(self, value):
        bits = int.bit_length(value)
        if bits <= DECIMAL_BITS_MAX:
            return int.__repr__(value)
        if bits <= REPR_CHARS_MAX * 4:
            return hex(value)
        self.opaque = True
        return "<a number of %d bits>" % bits

    def string(self, value):
        if str.__len__(value) > REPR_CHARS_MAX:
            self.opaque = True
            return str.__repr__(str.__getitem__(value, slice(REPR_CHARS_MAX))) + "..."
        return str.__repr__(value)

    def data(self, value):
        if bytes.__len__(value) > REPR_CHARS_MAX:
            self.opaque = True
            return bytes.__repr__(bytes.__getitem__(value, slice(REPR_CHARS_MAX))) + "..."
        return bytes.__repr__(value)

    def sequence(self, before, items, after, empty):
        texts = []
        for item in items:
            texts.append(self.text(item))
            if self.chars_left < 0:
                self.opaque = True
                texts.append("...")
                break
        return before + ", ".join(texts) + after if texts else empty

    def container(self, value, write):
        if any(outer is value for outer in self.inside):
            self.opaque = True
            return "[...]" if issubclass(type(value), list) else "{...}"
        self.inside.append(value)
        text = write()
        self.inside.pop()
        return text

    def list(self, value):
        return self.container(value, lambda: self.sequence("[", list.__iter__(value), "]", "[]"))

    def tuple(self, value):
        after = ",)" if tuple.__len__(value) == 1 else ")"
        return self.container(value, lambda: self.sequence("(", tuple.__iter__(value), after, "()"))

    def set(self, value):
        return self.container(value, lambda: self.sequence("{", set.__iter__(value), "}", "set()"))

    def frozenset(self, value):
        items = frozenset.__iter__(value)
        return self.container(value, lambda: self.sequence("frozenset({", items, "})", "frozenset()"))

    def dict(self, value):
        def write():
            texts = []
            for key, item in dict.items(value):
                texts.append(self.text(key) + ": " + self.text(item))
                if self.chars_left < 0:
                    self.opaque = True
                    break
            return "{" + ", ".join(texts) + "}"

        return self.container(value, write)


CONTAINERS = (list, tuple, dict, set, frozenset)
WRITERS = (
    (int, Canonical.number),
    (float, lambda self, value: float.__repr__(value)),
    (str, Canonical.string),
    (list, Canonical.list),
    (dict, Canonical.dict),
    (tuple, Canonical.tuple),
    (set, Canonical.set),
    (frozenset, Canonical.frozenset),
    (bytes, Canonical.data),
    (complex, lambda self, value: complex.__repr__(value)),
)


def keeps_repr(kind, base):
    return kind.__repr__ is base.__repr__ or (base is dict and kind.__module__ == "collections")


def observe_value(value, stdout):
    writer = Canonical()
    try:
        text = writer.text(value)
    except Exception:
        writer.opaque, text = True, "<" + type(value).__name__ + " object>"
    return {
        "type": "value",
        "repr": text,
        "opaque": writer.opaque,
        "typeName": str(type(value).__name__),
        "stdout": stdout,
    }
