"""A user's own rule pack: what it may hold, and how a broken or hostile one is refused."""

import time
from pathlib import Path

import pytest

from extract.reading import document
from program import run_here
from showgraph.extract.extraction import extract, load_rules
from showgraph.extract.frames.packlint import lint_frames
from showgraph.extract.guide import Guide
from showgraph.extract.rulepack.pack import PackError, load_pack
from showgraph.extract.rulepack.pattern import Pattern, PatternError
from showgraph.extract.rulepack.steps import CueClass
from showgraph.extract.text.mention import Scene
from showgraph.extract.text.sentences import read_sentences
from showgraph.resources import pack_folder

HEAD = 'pack: mine\nversion: "1"\nlanguage: en\nextends: tv_core\n'
FRAME = """
- id: mine.steers
  pattern: "<who:people> @role:steering <t:work>"
  subject: t
  cue: role
  emit: [{relation: $role, object: who}]
  tests:
    - text: 'The series "Iron Tide" is on. Ana Bell pilots the series.'
      expect: [[director, Iron Tide, Ana Bell]]
    - text: 'The series "Iron Tide" is on. Ana Bell pilots the ferry.'
      never: [director]
"""
CLASSES = "steering: {pilots: director}\n"


def pack_of(folder: Path, **files: str) -> Path:
    """Return the folder of a pack with these files, their endings left out."""
    target = folder / "mine"
    target.mkdir(exist_ok=True)
    for name, text in ({"pack": HEAD, "classes": CLASSES, "frames": FRAME} | files).items():
        (target / f"{name}.yaml").write_text(text)
    return target


def test_pack_that_extends_the_bundled_one_adds_to_it(tmp_path: Path) -> None:
    """Its frame reads what the bundled pack does not, and the bundled frames go on reading."""
    text = 'The series "Iron Tide" was created by Tom Low. Ana Bell pilots the series.'
    guide = Guide(pack=pack_of(tmp_path))

    def read(given: Guide) -> set[tuple[str, str]]:
        claims = extract([document(text)], guide=given).claims
        return {(claim.relation, str(claim.object)) for claim in claims}

    assert ("director", "Ana Bell") not in read(Guide())
    assert read(guide) >= {("director", "Ana Bell"), ("creator", "Tom Low")}


def test_whole_pack_of_ones_own(tmp_path: Path) -> None:
    """A copy of the bundled pack passes every check and reads the same."""
    own = tmp_path / "copy"
    own.mkdir()
    for path in pack_folder().joinpath("tv_core").iterdir():
        (own / path.name).write_text(path.read_text(encoding="utf-8"))
    pack = load_rules(own)

    assert [frame.id for frame in pack.frames] == [frame.id for frame in load_pack().frames]
    assert pack.sha256 == load_pack().sha256


BOMB = "a: &a [x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b]\n"


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"classes": BOMB}, "line 1: anchors and aliases"),
        ({"classes": "a: !!python/object:os.system [x]\n"}, "tags are not read"),
        ({"classes": "a: " + "[" * 50 + "]" * 50}, "nested deeper"),
        ({"classes": "a: {x: director\n"}, "is no YAML"),
        ({"classes": "x" * 700_000}, "larger than"),
        ({"classes": "steering: {pilots: director, pilots: writer}\n"}, "'pilots' stands twice"),
        ({"classes": "steering: [on, no]\n"}, "is True, no word; put it in quotes"),
        ({"classes": "steering: [' ']\n"}, "empty phrase"),
        ({"classes": "steering: pilots\n"}, "no list of phrases"),
        ({"classes": "[steering]\n"}, "no lists by name"),
        ({"pack": "pack: mine\nversion: '1'\n"}, "no gazetteers.yaml.*extends: tv_core"),
        ({"pack": "- mine\n"}, "write 'pack: NAME'"),
        ({"pack": HEAD + "licens: x\n"}, "unknown \\['licens'\\]"),
        ({"pack": HEAD.replace("tv_core", "../tv_core")}, "no rule pack is called"),
        ({"status": "future: [will]\n"}, "status.yaml lacks 'not_future'"),
        ({"titles": "threshold: high\n"}, "threshold is 'high'; a whole number"),
        ({"gazetteers": "platforms: [Quay]\n"}, "'platforms' is a mapping"),
        ({"frame": FRAME}, "frame.yaml is none"),
        ({"frames": "id: x\n"}, "is no list of frames"),
        ({"frames": "- pattern: x\n"}, "a frame without an id"),
        ({"frames": FRAME.replace("cue: role", "cue: rule")}, "cue 'rule' is not bound"),
        ({"frames": FRAME.replace("@role:steering", "@role:steerin")}, "no cue class 'steerin'"),
        ({"frames": FRAME.replace("object: who", "object: whom")}, "'whom' is not bound"),
        ({"frames": FRAME.replace("$role", "captain")}, "unknown relation 'captain'"),
        ({"frames": FRAME.replace("$role", "genre")}, "genre takes no <people>"),
        ({"frames": FRAME.replace("  emit", "  drop_if: [rain]\n  emit")}, "unknown drop_if"),
        (
            {"frames": FRAME.replace("emit: [{relation: $role, object: who}]", "build: cast")},
            "build",
        ),
        ({"frames": FRAME.replace("never: [director]", "expect: []")}, "no test with 'never'"),
        ({"frames": FRAME.replace("subject: t", "subject: x")}, "subject 'x'; use"),
        ({"frames": FRAME.replace("<t:work>", "(show)?")}, "has no <t:work>"),
        ({"frames": FRAME.replace("emit:", "emti:")}, "unknown keys"),
        ({"frames": FRAME.replace("[{relation: $role, object: who}]", "[$role]")}, "no relation"),
        ({"frames": FRAME.replace("[{relation: $role, object: who}]", "director")}, "is no list"),
        ({"frames": FRAME.replace("$role", "$who")}, "binds no cue class of that name"),
        ({"frames": FRAME.replace("object: who", "object: =rain")}, "takes no word such as"),
        ({"frames": FRAME.replace("object: who", "object: role")}, "no word of the class"),
        (
            {"frames": FRAME.replace("object: who}", "object: who, qualifiers: {part: who}}")},
            "has no qualifier 'part'",
        ),
        (
            {"frames": FRAME.replace("object: who}", "object: who, qualifiers: {season: s}}")},
            "does not bind 's'",
        ),
        ({"frames": FRAME.replace("build", "x") + "  build: rain\n"}, "either emit or build"),
        (
            {"frames": FRAME.replace("emit: [{relation: $role, object: who}]", "build: rain")},
            "unknown build 'rain'",
        ),
        ({"frames": FRAME.replace("text:", "txt:")}, "no 'text'"),
        ({"frames": FRAME.replace("never:", "nevr:")}, "unknown \\['nevr'\\]"),
        ({"frames": FRAME.replace("[[director,", "[[captain,")}, "is no \\[relation, subject"),
        ({"frames": FRAME.replace("never: [director]", "never: [captain]")}, "unknown relation"),
        (
            {"frames": FRAME.replace("never: [director]", "status: wet")},
            "unknown status 'wet'",
        ),
        (
            {"frames": FRAME.replace("Ana Bell]]", "Ana Bell]]\n      never: [director]")},
            "expected and never to be read",
        ),
        ({"gazetteers": "quays: Lisbon\n"}, "'quays' is no list of names"),
        ({"gazetteers": "quays: {Lisbon: [1]}\n"}, "in 'quays' is 1, no word"),
        ({"status": "- will\n"}, "status.yaml is no mapping"),
        ({"titles": "rain: 3\n"}, "titles.yaml has an unknown 'rain'"),
        ({"titles": "[1]\n"}, "titles.yaml is no mapping"),
        ({"classes": "? [a]\n: [b]\n"}, "a key is no word"),
        ({"classes": "a: 2024-13-45\n"}, "is no YAML|no list of phrases"),
        ({"pack": "pack: mine\nversion: '1'\nextends: [tv_core]\n"}, "no name of a pack"),
        ({"frames": FRAME + FRAME}, "two frames have the id 'mine.steers'"),
        (
            {"frames": FRAME + FRAME.replace("mine.steers", "b").replace("$role", "writer")},
            "read other claims from one pattern",
        ),
        (
            {
                "frames": FRAME
                + FRAME.replace("mine.steers", "b").replace("the ferry", "the series")
            },
            "disagree whether",
        ),
        (
            {"frames": FRAME.replace('"<who', '"((((((((((x?)*9)*9)*9)*9)*9)*9)*9)*9)*9)*9 <who')},
            "deeper",
        ),
        ({"frames": FRAME.replace('"<who', '"(((((x | y)*9)*9)*9)*9)*9 <who')}, "stands for"),
        ({"frames": FRAME.replace('"<who', '"' + "(a)?" * 2000 + " <who")}, "over 4000 characters"),
        ({"frames": FRAME.replace("@role:steering", "(?:(a+)+)+$")}, "pattern"),
    ],
)
def test_broken_pack_is_refused_at_once(tmp_path: Path, files: dict[str, str], told: str) -> None:
    """The message names the file or the frame, and nothing of a bomb goes off."""
    start = time.process_time()
    with pytest.raises(PackError, match=told):
        load_rules(pack_of(tmp_path, **files))

    assert time.process_time() - start < 2


def test_pattern_with_a_million_ways_takes_linear_time() -> None:
    """What a pattern language without regular expressions can still be asked is bounded too."""
    text = "(~9 ~9 ~9 ~9 ~9 ~9)*4 (x? | ~3)*9 @cue never"
    pattern = Pattern(text, {"cue": CueClass({"a": "a"})})
    (sentence,) = read_sentences("the " + "a " * 190 + "b.")
    scene = Scene(sentence, [token.key for token in sentence.tokens])
    start = time.process_time()

    assert list(pattern.find(scene)) == []
    assert time.process_time() - start < 5


def test_limits_of_patterns_leave_room_for_the_bundled_pack() -> None:
    """Long rows are refused before Python's stack would be the limit."""
    with pytest.raises(PatternError, match="in a row"):
        Pattern("(a b c)*9 " * 20, {})
    assert len(load_pack().frames) >= 105


def test_bundled_pack_passes_its_own_checks() -> None:
    """What users are held to holds for the frames that come with the package."""
    from showgraph.extract import extraction  # noqa: PLC0415 - its table of builders

    lint_frames(load_pack(), extraction.BUILDERS)


def test_command_line_takes_a_pack(tmp_path: Path) -> None:
    """A pack is named by its folder; a broken one is an error of usage, in one line."""
    text = tmp_path / "a.txt"
    text.write_text('The series "Iron Tide" is on. Ana Bell pilots the series.')
    good = run_here("extract", text, "--pack", pack_of(tmp_path))
    bad = run_here("extract", text, "--pack", pack_of(tmp_path, classes=BOMB))
    built = run_here("build", text, "--pack", pack_of(tmp_path), "--graph", tmp_path / "g")

    assert '"rule": "mine.steers"' in good.stdout
    assert (bad.returncode, bad.stdout, bad.stderr.count("error")) == (2, "", 1)
    assert built.returncode == 0, built.stderr
    assert run_here("extract", text, "--pack", tmp_path / "no" / "where").returncode == 2
