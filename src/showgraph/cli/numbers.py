"""Numbers on the command line: each refusal names what was typed and what would do."""

import math
from typing import Any, Final

import click

#: The engines' clocks count milliseconds in 32 bits, 24 days; this is 11.
MAX_SECONDS: Final = 1_000_000
#: What a message shows as a number that would do.
_SUCH: Final = 10


class Whole(click.IntRange):
    """A whole number that is at least ``min``."""

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's signature
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401 - click's signature
        """Return the number."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            message = f"{str(value)!r} is no whole number from {self.min} on, such as {_SUCH}"
            self.fail(message, param, ctx)


class Seconds(click.FloatRange):
    """A time in seconds, above 0 or from 0 on, that a clock can count."""

    def __init__(self, *, zero: bool = False) -> None:
        """Take 0 too if ``zero``."""
        super().__init__(min=0, min_open=not zero)

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's signature
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401 - click's signature
        """Return the seconds."""
        try:
            seconds = super().convert(value, param, ctx)
        except click.BadParameter:
            seconds = math.nan
        if not seconds <= MAX_SECONDS:  # so that what is no number is refused too
            least = "above 0" if self.min_open else "from 0 on"
            message = f"{str(value)!r} is no number of seconds {least}, of {MAX_SECONDS} at most"
            self.fail(message, param, ctx)
        return seconds
