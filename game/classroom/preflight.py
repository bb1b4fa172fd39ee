"""Before the lesson: is the room's page there under the address that phones will use?

Asks this machine only. What it can't find out (a network that keeps phones apart) is named as a
likely cause, in the order in which it happens.
"""

from __future__ import annotations

import asyncio
from enum import Enum
from urllib.parse import urlsplit

from game.words import mark, say

__all__ = ["CAUSES", "Fetched", "fetch", "likely"]

CAUSES = (
    mark(
        "The network keeps its devices apart (client isolation), as guest and school networks do. "
        "Ask for another one, or open a hotspot of your own on this machine or on a phone."
    ),
    mark(
        "The firewall of this machine shuts them out. Allow this program, or Python, for the "
        "network that you are in."
    ),
    mark("The phone is in another network, or in mobile data: switch that off for the try."),
    mark("A VPN runs here or on the phone, and takes the way round."),
    mark("The phone's browser asks for https: type http:// in front of the address, all of it."),
)
"""To be said, in the order in which they happen."""
PATIENCE = 5.0
_ASKS = b"GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/html\r\nConnection: close\r\n\r\n"


class Fetched(Enum):
    """How fetching our own page went."""

    WELL = mark("Its own page, fetched from {address}: it is there.")
    STRANGE = mark(
        "Its own page, fetched from {address}: something else answered there. Another program has "
        "this port: choose one by --port."
    )
    NOT = mark(
        "Its own page, fetched from {address}: nothing answered. A firewall or a VPN stands "
        "between; the next address may do."
    )

    def words(self, address: str) -> str:
        """In a sentence."""
        return say(self.value, address=address)


async def fetch(link: str) -> Fetched:
    """Fetch a room's page over its own address, past any proxy."""
    parts = urlsplit(link)
    try:
        async with asyncio.timeout(PATIENCE):
            reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
            asked = (parts.path.encode("ascii"), parts.netloc.encode("ascii"))
            writer.write(_ASKS % asked)
            await writer.drain()
            page = await reader.read()
            writer.close()
    except (OSError, TimeoutError):
        return Fetched.NOT
    there = page.startswith(b"HTTP/1.1 200") and b"Carrot &amp; Stick" in page
    return Fetched.WELL if there else Fetched.STRANGE


def likely(address: str) -> str:
    """Say what an address is good for."""
    if address.startswith("127."):
        return say("this machine alone")
    if address.startswith("169.254."):
        return say("given by itself: the network gave none")
    if address.startswith(("172.17.", "192.168.122.", "10.0.2.")):
        return say("most likely of a virtual machine")
    return say("in a network of a school or a home") if _private(address) else ""


def _private(address: str) -> bool:
    import ipaddress

    return ipaddress.ip_address(address.rpartition(":")[0]).is_private
