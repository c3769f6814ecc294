"""Write the facts of an article, ``NAME.jsonl``, from lines that quote it.

    python tools/annotate.py tests/extract/corpus/development/NAME.txt < facts

A line ``@ Title`` says what the next lines are about. Every other line is a fact::

    relation object; qualifier=value; status=scheduled | quote | another quote

Where it has no status it is asserted. The first place of a quote in the article counts; ``…`` in
a quote stands for all up to the next place of what follows. A blank in a quote also stands for a
no-break space, or for the end of a line. Nothing is written where a line cannot be used.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

from showgraph.extract.measuring.scoring import ALL

STATUSES = ("asserted", "scheduled", "reported", "rumoured", "possible", "asked", "negated")
_FACT = re.compile(r"(?P<relation>\w+) (?P<value>[^|]+?) \| (?P<quotes>.+)")


def locate(text: str, quote: str) -> dict[str, Any]:
    """Return the span of the first place of a quote.

    Raises:
        ValueError: If the quote is not in the text.
    """
    plain = re.sub(r"[\n\u00a0]", " ", text)
    head, gap, tail = quote.partition("…")
    start = plain.find(head)
    end = start + len(head)
    if gap and start >= 0:
        found = plain.find(tail, end)
        end = found + len(tail) if found >= 0 else -1
    if not head or start < 0 or end < 0:
        raise ValueError(f"the article does not say {quote!r}")
    return {"start": start, "end": end, "quote": text[start:end]}


def read_fact(text: str, name: str, subject: str, line: str) -> dict[str, Any]:
    """Return the fact record of one line.

    Raises:
        ValueError: If the line has another form, or names a relation or status that is none.
    """
    match = _FACT.fullmatch(line)
    if not match or not subject:
        raise ValueError("write '@ Title', then 'relation object; qualifier=value | quote'")
    value, *parts = (part.strip() for part in match["value"].split(";"))
    qualifiers = dict(part.split("=", 1) for part in parts if "=" in part)
    if len(qualifiers) < len(parts):
        raise ValueError("a qualifier is a name, '=' and a value")
    status = qualifiers.pop("status", "asserted")
    if match["relation"] not in ALL:
        raise ValueError(f"no relation {match['relation']!r}; they are {', '.join(sorted(ALL))}")
    if status not in STATUSES:
        raise ValueError(f"no status {status!r}; they are {', '.join(STATUSES)}")
    return {
        "doc": name,
        "relation": match["relation"],
        "subject": subject,
        "object": value,
        "qualifiers": qualifiers,
        "status": status,
        "evidence": [locate(text, quote.strip()) for quote in match["quotes"].split(" | ")],
    }


def read_facts(text: str, name: str, lines: list[str]) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the records in the order of their first quotes, and what is wrong with the lines."""
    records, faults, subject = [], [], ""
    for number, line in enumerate((line.strip() for line in lines), 1):
        if line.startswith("@"):
            subject = line[1:].strip()
        elif line:
            try:
                records.append(read_fact(text, name, subject, line))
            except ValueError as error:
                faults.append(f"line {number}: {error}: {line}")
    return sorted(records, key=lambda r: r["evidence"][0]["start"]), faults


def main() -> int:
    """Write the list beside the article, or say what is wrong; return the exit status."""
    article = Path(sys.argv[-1])
    if len(sys.argv) == 1 or not article.is_file():
        sys.stderr.write(f"no article {article}; python tools/annotate.py ARTICLE.txt < FACTS\n")
        return 2
    text = article.read_bytes().decode("utf-8")
    records, faults = read_facts(text, article.stem, sys.stdin.read().splitlines())
    if faults:
        sys.stderr.write("\n".join(faults) + "\n")
        return 1
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    article.with_suffix(".jsonl").write_text(lines, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
