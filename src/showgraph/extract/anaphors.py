"""Read "the show" and "this romantic drama series" as the series that the talk is about."""

from showgraph.extract.mention import Mention, Scene, WorkValue
from showgraph.extract.talk import DETERMINERS, Bench


def find_anaphors(bench: Bench, scene: Scene) -> None:
    """Read "the show", "this romantic drama series" as the series the talk is about."""
    talk = bench.talk
    if not talk.title:
        return
    tokens = scene.sentence.tokens
    np_words = bench.lexicon.pack.classes["np_word"]
    for index, token in enumerate(tokens):
        if token.key not in DETERMINERS or index in bench.taken:
            continue
        at = index + 1
        described = False
        last_kind: Mention | None = None
        while at < len(tokens) and at - index < 9:  # noqa: PLR2004 - the longest phrase met
            kind = scene.mention_at(at, ("kind",))
            modifier = scene.mention_at(at, ("genre", "origin", "platform"))
            found = np_words.find(scene.keys, at)
            if kind is not None:
                # "drama series": the longest phrase that ends in a word for a series
                last_kind = kind
                if modifier is not None and modifier.last > kind.last:
                    kind = None
                    described, at = True, modifier.last
                    continue
                if last_kind.first > index + 1:
                    described = described or last_kind.first > index + 1
                at = kind.last
                continue
            if modifier is not None:
                described, at = True, modifier.last
            elif found is not None:
                at = found[0]
            else:
                break
        if last_kind is None or at != last_kind.last:
            continue
        named = scene.mention_at(at, ("work",)) if at < scene.n_tokens else None
        if named is not None:
            # "the drama series X" names it: the phrase stands for X as a whole.
            scene.by_start.setdefault(index, []).insert(
                0,
                Mention("work", index, named.last, named.value),
            )
            continue
        value = WorkValue(talk.title)
        mention = Mention("work", index, at, value, "anaphor", talk.title_span)
        scene.add(mention)
        if described:
            scene.add(Mention("described_work", index, at, value, "anaphor", talk.title_span))
