"""Write ``docs/errors.md`` from the table of codes: ``python tests/error_list.py``."""

from pathlib import Path
from typing import Final

from showgraph.codes import CODES

PAGE: Final = Path(__file__).parents[1] / "docs" / "errors.md"
_HEAD: Final = """\
# Codes of errors

Every error of the command line begins with its code, as in `error[SG-A01]: no question is
called 'x'`; in Python an error has it as `code`. `showgraph help SG-A01` explains one,
`showgraph help` lists all, the codes of shapes (`SGV...`, from `showgraph validate`) and the
rules of inference too. A code keeps its meaning for ever. This page is written by `make errors`
from `src/showgraph/codes.py`.

| Code | What it is | Why | What to do |
| --- | --- | --- | --- |
"""


def render() -> str:
    """Return the page."""
    rows = (
        f"| `{name}` | {code.title} | {code.cause} | {code.mend} `{code.example}` |\n"
        for name, code in sorted(CODES.items())
    )
    return _HEAD + "".join(rows)


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
