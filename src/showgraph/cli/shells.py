"""How bash, zsh and fish ask for completions and get them.

zsh and fish quote what they insert. bash does not, and takes "=" and ":" for the ends of words,
so for bash the line is read here and what is returned is escaped here.
"""

import os
import re
from typing import Any, Final

import click
from click.shell_completion import (
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    split_arg_string,
)

#: The variable that makes a run complete a line and do nothing else.
VARIABLE: Final = "_SHOWGRAPH_COMPLETE"

_BASH: Final = """\
%(complete_func)s() {
    local reply type value
    COMPREPLY=()
    reply=$(SHOWGRAPH_LINE="${COMP_LINE:0:COMP_POINT}" SHOWGRAPH_WORD="${COMP_WORDS[COMP_CWORD]}" \\
        %(complete_var)s=bash_complete "$1" 2>/dev/null)
    while IFS=, read -r type value; do
        case $type in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            part) compopt -o nospace; COMPREPLY+=("$value") ;;
            plain) COMPREPLY+=("$value") ;;
        esac
    done <<< "$reply"
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""
#: Stands where the line ends, so that the last word is known even if it is empty or quoted.
_END: Final = "\ufdd0"
_SPECIAL: Final = re.compile(r"[^\w@%+=:,./-]", re.ASCII)
_IN_QUOTES: Final = re.compile(r'[\\"$`]')


class BashCompletion(ShellComplete):
    """Completion in bash 4.4 or later."""

    name = "bash"
    source_template = _BASH

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the whole words before the last one, and the last one as far as it is typed."""
        self._incomplete = ""
        words = split_arg_string(os.environ.get("SHOWGRAPH_LINE", "") + _END)
        *args, last = words or [_END]
        self._incomplete = last.removesuffix(_END)
        return _split_option(args[1:], self._incomplete)[:2]

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """Return the sort of an item, and what bash puts in place of the word before the cursor."""
        if item.type != "plain":
            return f"{item.type},"
        *_, option = _split_option([], self._incomplete)
        word = os.environ.get("SHOWGRAPH_WORD", "")
        typed = "" if word in {"=", ":"} else word
        kept = len(self._incomplete) - len("".join(split_arg_string(typed)))
        value = f"{option}{item.value}"[max(kept, 0) :]
        return f"{'part' if value.endswith('=') else 'plain'},{_escape(value, typed[:1])}"


def _escape(value: str, quote: str) -> str:
    """Return a value as bash has to read it after what is already typed."""
    if quote == '"':
        return '"' + _IN_QUOTES.sub(r"\\\g<0>", value)
    if quote == "'":
        return "'" + value.replace("'", "'\\''")
    # A letter that is not ASCII means nothing to bash, and an escape before it stays in sight.
    return "".join(
        f"\\{sign}" if sign.isascii() and _SPECIAL.match(sign) else sign for sign in value
    )


class ZshCompletion(ZshComplete):
    """Completion in zsh, which puts in place the whole word, ``--name=`` included."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the whole words before the last one, and the last one as far as it is typed."""
        args, incomplete, self._option = _split_option(*super().get_completion_args())
        return args, incomplete

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """Return an item with the option that stands in the same word."""
        return super().format_completion(_with_option(item, self._option))


class FishCompletion(FishComplete):
    """Completion in fish, which puts in place the whole word, ``--name=`` included."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the whole words before the last one, and the last one as far as it is typed."""
        args, incomplete, self._option = _split_option(*super().get_completion_args())
        return args, incomplete

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """Return an item with the option that stands in the same word."""
        return super().format_completion(_with_option(item, self._option))


def _split_option(args: list[str], incomplete: str) -> tuple[list[str], str, str]:
    """Return ``--name=value`` as two words, and after them ``--name=``, "" for another word."""
    name, equals, value = incomplete.partition("=")
    if name.startswith("--") and equals:
        return [*args, name], value, f"{name}="
    return args, incomplete, ""


def _with_option(item: CompletionItem[Any], option: str) -> CompletionItem[Any]:
    return CompletionItem(f"{option}{item.value}", type=item.type, help=item.help)


_CLASSES: Final[dict[str, type[ShellComplete]]] = {
    "bash": BashCompletion,
    "zsh": ZshCompletion,
    "fish": FishCompletion,
}
SHELLS: Final = tuple(_CLASSES)


def script(shell: str) -> str:
    """Return the script for one of :data:`SHELLS`."""
    # Only what completes needs the commands.
    return _CLASSES[shell](click.Command("showgraph"), {}, "showgraph", VARIABLE).source()


def complete(group: click.Group, instruction: str) -> str:
    """Return what a shell is answered.

    Args:
        group: The commands.
        instruction: What :data:`VARIABLE` holds: ``bash_complete``, or of another shell.

    Returns:
        Lines in the form that the shell's script reads; "" for an unknown instruction.
    """
    shell, _, task = instruction.partition("_")
    if shell not in _CLASSES or task != "complete":
        return ""
    return _CLASSES[shell](group, {}, "showgraph", VARIABLE).complete() + "\n"
