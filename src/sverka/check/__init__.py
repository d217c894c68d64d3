"""The one boundary that the command line and the page share: `check_json`."""
