"""The fence: we call the code hosts that whoever runs us listed, and nothing that hides behind."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterable, Sequence
from ipaddress import ip_address

import httpx

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
_PORTS = {"https": 443, "http": 80}


class Outside(Exception):
    """Not one of our hosts, or at an address where none of them may be."""


def origin_of(url: httpx.URL) -> tuple[str, str, int]:
    return url.scheme, url.host, url.port or _PORTS.get(url.scheme, 0)


class Fence(httpx.AsyncBaseTransport):
    """`private`: the names that may stand at a private address, this machine's included.

    The address that was looked at is the one that is called: a name that means something else a
    moment later leads nowhere.
    """

    def __init__(
        self,
        inner: httpx.AsyncBaseTransport,
        *,
        origins: Iterable[str],
        private: Iterable[str] = (),
        resolve: Resolve | None = None,
    ) -> None:
        self._inner = inner
        self._origins = frozenset(origin_of(httpx.URL(one)) for one in origins)
        self._private = frozenset(name.strip().lower() for name in private)
        self._resolve = resolve or resolved

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        origin = origin_of(request.url)
        if origin not in self._origins:
            raise Outside(f"{request.url.host} is not listed")
        if request.url.host in self._private:
            return await self._inner.handle_async_request(request)
        return await self._pinned(request, await self._addresses(request, origin[2]))

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def _addresses(self, request: httpx.Request, port: int) -> Sequence[str]:
        host = request.url.host
        try:
            found = await self._resolve(host, port)
        except OSError as trouble:
            raise httpx.ConnectError(str(trouble), request=request) from trouble
        if not found:
            raise httpx.ConnectError("no address", request=request)
        if not all(ip_address(one.partition("%")[0]).is_global for one in found):
            raise Outside(f"{host} is at a private address that is not listed")
        return found

    async def _pinned(self, request: httpx.Request, addresses: Sequence[str]) -> httpx.Response:
        """One address after the other; the name stays in the Host header and in TLS."""
        name = request.url.host
        for last, address in enumerate(addresses, 1 - len(addresses)):
            pinned = httpx.Request(
                request.method,
                request.url.copy_with(host=address),
                headers=request.headers,
                stream=request.stream,
                extensions={**request.extensions, "sni_hostname": name},
            )
            try:
                return await self._inner.handle_async_request(pinned)
            except httpx.ConnectError:
                if last == 0:
                    raise
        raise AssertionError("there is always a last address")


async def resolved(host: str, port: int) -> Sequence[str]:
    """The addresses of a name, as this machine knows them."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))
