"""Mint stable IRIs. Equal keys give equal IRIs, on every machine and in every run.

Entities get a readable path under ``id/``; nodes without a name of their own (credits,
releases, claims, spans) get the hash of their key. A name that ASCII letters cannot carry
keeps what can be carried and adds a hash, so that two names never share an IRI by accident.
"""

import hashlib
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from showgraph.namespaces import BASE, SCHEME
from showgraph.words import Kind

if TYPE_CHECKING:
    from showgraph.model import Reference

#: 16 hexadecimal digits are 64 bits: among ten million nodes a clash has odds of 1 in 370,000.
HASH_DIGITS = 16

#: Names whose keys are kept: a run asks for those of its titles again and again.
_CACHED_NAMES = 8192
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=_CACHED_NAMES)
def name_key(name: str) -> str:
    """Return the form under which two spellings of a name are the same.

    NFC, case-folded, white space collapsed, typographic quotes and dashes made plain. Accents
    stay: "José" and "Jose" are only ever suggested as equal, never merged.
    """
    folded = unicodedata.normalize("NFC", name).casefold().translate(_PLAIN)
    return " ".join(folded.split())


_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "},  # noqa: RUF001
)


def slugify(name: str) -> str:
    """Return ``name`` as lower-case ASCII letters, digits and single hyphens, never empty.

    Where that loses a letter or digit, a hash of the name's key follows.
    """
    key = name_key(name)
    decomposed = unicodedata.normalize("NFKD", key)
    ascii_only = "".join(c for c in decomposed if not unicodedata.combining(c))
    slug = _NOT_SLUG.sub("-", ascii_only.replace("'", "")).strip("-")
    lost = any(c.isalnum() and not c.isascii() for c in ascii_only) or any(
        unicodedata.combining(c) for c in decomposed
    )
    if lost or not slug:
        slug = f"{slug}-{digest(key)}".strip("-")
    return slug


def digest(*parts: str) -> str:
    """Return the hash of ``parts`` in order; ("ab", "c") and ("a", "bc") differ."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:HASH_DIGITS]


def entity_iri(reference: "Reference", *, base: str = BASE) -> str:
    """Return the IRI of what ``reference`` means."""
    steps = [reference.kind.value]
    if reference.kind in {Kind.CHARACTER, Kind.CHANNEL} and reference.work:
        steps.append(slugify(reference.work))
    steps.append(slugify(reference.name))
    steps += [slugify(step) for step in (reference.season, reference.episode) if step]
    if reference.distinct:
        steps.append(slugify(reference.distinct))
    return base + "id/" + "/".join(steps)


def node_iri(sort: str, *key: str, base: str = BASE) -> str:
    """Return the IRI of an unnamed node, such as a credit: ``sort`` and the hash of its key."""
    return f"{base}id/{sort}/{digest(*key)}"


def document_iri(document_id: str, *, base: str = BASE) -> str:
    """Return the IRI of a document; an id beyond ASCII letters, digits and ``._-`` is hashed."""
    if re.fullmatch(r"[A-Za-z0-9._-]+", document_id):
        return f"{base}id/document/{document_id}"
    return f"{base}id/document/{slugify(document_id)}-{digest(document_id)}"


def concept_iri(scheme: str, word: str) -> str:
    """Return the IRI of a concept: ``scheme/role/director``."""
    return f"{SCHEME}{scheme}/{slugify(word)}"
