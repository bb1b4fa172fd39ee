"""Before the lesson: is the room's page there under the address that phones will use?

Asks this machine only. What it can't find out (a network that keeps phones apart) is named as a
likely cause, in the order in which it happens.
"""

from __future__ import annotations

import asyncio
from enum import Enum
from urllib.parse import urlsplit

__all__ = ["CAUSES", "Fetched", "fetch", "likely"]

CAUSES = tuple(
    " ".join(cause.split())
    for cause in """
    The network keeps its devices apart (client isolation), as guest and school networks do. Ask
    for another one, or open a hotspot of your own on this machine or on a phone.

    The firewall of this machine shuts them out. Allow this program, or Python, for the network
    that you are in.

    The phone is in another network, or in mobile data: switch that off for the try.

    A VPN runs here or on the phone, and takes the way round.

    The phone's browser asks for https: type http:// in front of the address, all of it.
    """.strip().split("\n\n")
)
PATIENCE = 5.0


class Fetched(Enum):
    """How fetching our own page went."""

    WELL = "it is there."
    STRANGE = "something else answered there. Another program has this port: choose one by --port."
    NOT = "nothing answered. A firewall or a VPN stands between; the next address may do."

    @property
    def words(self) -> str:
        """In a sentence."""
        return self.value


async def fetch(link: str) -> Fetched:
    """Fetch a room's page over its own address, past any proxy."""
    parts = urlsplit(link)
    try:
        async with asyncio.timeout(PATIENCE):
            reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
            host = f"Host: {parts.netloc}\r\nAccept: text/html\r\nConnection: close\r\n\r\n"
            writer.write(f"GET {parts.path} HTTP/1.1\r\n{host}".encode("ascii"))
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
        return "this machine alone"
    if address.startswith("169.254."):
        return "given by itself: the network gave none"
    if address.startswith(("172.17.", "192.168.122.", "10.0.2.")):
        return "most likely of a virtual machine"
    return "in a network of a school or a home" if _private(address) else ""


def _private(address: str) -> bool:
    import ipaddress

    return ipaddress.ip_address(address.rpartition(":")[0]).is_private
