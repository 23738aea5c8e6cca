"""Blocs and brokers as a person reads them."""

from collections import defaultdict

from rich.console import Console

from dragoman.relate.network import Network

SHOWN = 5


def show_network(network: Network, console: Console) -> None:
    """Prints the blocs of more than one member, the strongest brokers, and how balanced the network is."""
    blocks: dict[int, list[str]] = defaultdict(list)
    for actor, block in sorted(network.blocks.items()):
        blocks[block].append(actor)
    for _, members in sorted(blocks.items()):
        if len(members) > 1:
            console.print(f"stand together: {', '.join(members)}", markup=False)
    brokers = sorted(network.brokers.items(), key=lambda item: (-item[1], item[0]))
    named = [f"{actor} {share:.2f}" for actor, share in brokers[:SHOWN] if share > 0]
    if named:
        console.print(f"between the others: {', '.join(named)}", markup=False)
    if network.balance is not None:
        console.print(f"balanced triads: {network.balance:.0%}", markup=False)
