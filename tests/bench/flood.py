"""A hostile client, as a process of its own: all that it can send over 50 connections.

    python -m tests.bench.flood PORT SECONDS

Whole requests as fast as they are answered, wrong votes with others' tokens, 10 MB bodies, broken
bytes, and sockets that are opened and left. Prints how many requests it sent.
"""

import asyncio
import contextlib
import random
import sys
import time

CONNECTIONS = 50


async def hammer(port: int, end: float, kind: int) -> int:
    sent = 0
    while time.monotonic() < end:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, TimeoutError):
            async with asyncio.timeout(2):
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                try:
                    while time.monotonic() < end:
                        writer.write(request(port, kind))
                        await writer.drain()
                        sent += 1
                        if not await reader.read(2000):
                            break
                finally:
                    writer.close()
    return sent


def request(port: int, kind: int) -> bytes:
    host = f"Host: 127.0.0.1:{port}\r\nCookie: seat={'x' * 32}\r\n"
    match kind % 5:
        case 0:
            return f"GET / HTTP/1.1\r\n{host}\r\n".encode() * 5
        case 1:
            body = b'{"round": 1, "option": "cross", "nonce": "n"}'
            head = f"POST /vote HTTP/1.1\r\n{host}Content-Length: {len(body)}\r\n\r\n"
            return head.encode() + body
        case 2:
            body = b'{"room": "%s"}' % bytes(random.choices(b"ACDEFHJKLM", k=4))
            head = f"POST /join HTTP/1.1\r\n{host}Content-Length: {len(body)}\r\n\r\n"
            return head.encode() + body
        case 3:
            head = f"POST /vote HTTP/1.1\r\n{host}Content-Length: 10000000\r\n\r\n"
            return head.encode() + b"x" * 100_000
        case _:
            return bytes(random.randrange(256) for _ in range(200)) + b"\r\n\r\n"


async def main(port: int, seconds: float) -> None:
    end = time.monotonic() + seconds
    left = [await asyncio.open_connection("127.0.0.1", port) for _ in range(10)]
    sent = await asyncio.gather(*(hammer(port, end, n) for n in range(CONNECTIONS)))
    print(sum(sent), flush=True)
    for _, writer in left:
        writer.close()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), float(sys.argv[2])))
