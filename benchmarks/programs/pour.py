# SPDX-License-Identifier: MIT
"""What is at the other end of a benchmark's tunnel? It answers each line ``N`` with N megabytes; prints its port."""

import asyncio
import contextlib

MEGABYTE = b"\0" * 1_000_000


async def pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Serve one connection, until it ends in whatever way."""
    with contextlib.suppress(ConnectionError):
        while line := await reader.readline():
            for _ in range(int(line)):
                writer.write(MEGABYTE)
                await writer.drain()
            writer.write(b"!")
    writer.close()


async def main() -> None:
    """Serve for ever."""
    server = await asyncio.start_server(pour, "127.0.0.1", 0, backlog=2048)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
