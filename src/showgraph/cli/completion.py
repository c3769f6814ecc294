"""``showgraph completion``: the script by which a shell completes what is typed."""

import click

from showgraph.cli.options import manners
from showgraph.cli.session import Session, pass_session
from showgraph.cli.shells import SHELLS, script

_WHERE = """\
For every new shell, add a line to its start-up file:

\b
bash  ~/.bashrc                   eval "$(showgraph completion bash)"
zsh   ~/.zshrc                    eval "$(showgraph completion zsh)"
fish  ~/.config/fish/config.fish  showgraph completion fish | source
"""


@click.command("completion", epilog=_WHERE)
@click.argument("shell", type=click.Choice(SHELLS))
@manners
@pass_session
def command(session: Session, *, shell: str) -> None:
    """Print the script for a shell that completes commands, questions and names.

    Press the tab key after 'showgraph ask', or after the --show of a question.
    """
    session.write(script(shell))
