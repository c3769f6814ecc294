"""Run the command line: ``python -m showgraph`` and the program ``showgraph``."""

import gc
import sys

#: As :data:`showgraph.cli.status.INTERRUPTED`, which is not imported yet where it is needed.
_INTERRUPTED = 130


#: New objects before the collector looks for garbage among them; python's 700 has it look a
#: hundred times while modules are imported, which hold none.
_THRESHOLD = 20_000


def main() -> None:
    """Run the command line and end the process with its exit status."""
    gc.set_threshold(_THRESHOLD)
    try:
        # Imported here, so that Ctrl-C ends the process quietly from the first moment on.
        from showgraph.cli.main import run  # noqa: PLC0415

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = _INTERRUPTED
    gc.freeze()  # at the end the collector would look at all that there is once more
    sys.exit(status)


if __name__ == "__main__":
    main()
