"""The one door to the network: fetching official lists."""
