"""What the names of people look like in running text, and the party behind one: parts of patterns; pure."""

# "Ada", "Lind-Ek"; what may stand before a family name; "(S)".
NAME = r"[A-ZÅÄÖÉ][\w-]+"
PARTICLE = r"(?:von|af|de)"
PARTY = r"\([A-ZÅÄÖ]{1,4}\)"
# One more name behind the first, at one space, or at however many a line has.
FURTHER = rf"\s(?:{PARTICLE}\s)?{NAME}"
# A whole name, with the party behind it where there is one.
MEMBER = rf"{NAME}(?:{FURTHER}){{1,3}}(?:\s{PARTY})?"
FURTHER_ANYWHERE = rf"\s+(?:{PARTICLE}\s+)?{NAME}"
