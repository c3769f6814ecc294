"""Run the command line: ``python -m showgraph`` and the program ``showgraph``."""

import sys

#: As :data:`showgraph.cli.status.INTERRUPTED`, which is not imported yet where it is needed.
_INTERRUPTED = 130


def main() -> None:
    """Run the command line and end the process with its exit status."""
    try:
        # Imported here, so that Ctrl-C ends the process quietly from the first moment on.
        from showgraph.cli.main import run  # noqa: PLC0415

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = _INTERRUPTED
    sys.exit(status)


if __name__ == "__main__":
    main()
