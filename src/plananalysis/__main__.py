"""``python -m plananalysis`` is the command ``plananalysis``; what it needs is loaded when Ctrl-C is provided for."""

from plananalysis import interrupts


def main() -> None:
    """Run the command line."""
    interrupts.while_loading()
    from plananalysis.memory import few_searches_for_cycles

    few_searches_for_cycles()
    from plananalysis.cli import main as run

    interrupts.while_working()
    run()


if __name__ == "__main__":
    main()
