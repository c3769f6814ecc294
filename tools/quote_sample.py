"""Draw claims with the words behind them, for a reader who judges whether the words are enough.

    python tools/quote_sample.py [SEED]

Fifty claims of the bundled documents, drawn from all alike; the seed is 1 when left out. Asked of
each: do the words, with what names they lean on, support the claim without the text around them?
"""

import random
import sys
from typing import Final

from showgraph.extract.extraction import extract
from showgraph.extract.reading.documents import read_documents
from showgraph.pipeline import bundled_documents

N_CLAIMS: Final = 50


def draw(seed: int) -> list[str]:
    """Return fifty claims, each in one line with its quotes."""
    claims = extract(read_documents(bundled_documents()).documents).claims
    chosen = random.Random(seed).sample(claims, N_CLAIMS)  # noqa: S311 - a sample, no secret
    return [
        f"{number:2} {claim.relation}: {claim.subject} -> {claim.object} "
        f"{[(key, str(value)) for key, value in claim.qualifiers] or ''} ({claim.status}) "
        + " | ".join(repr(stretch.quote) for stretch in claim.evidence)
        for number, claim in enumerate(chosen, 1)
    ]


if __name__ == "__main__":
    sys.stdout.write("\n".join(draw(int(sys.argv[1]) if len(sys.argv) > 1 else 1)) + "\n")
