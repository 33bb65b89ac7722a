"""Sharing a file of ours: Slack names an address, takes the bytes there, then shows the file."""

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.ids import ChannelId
from handlers.files import is_slacks

log = structlog.get_logger()
_PATIENCE = aiohttp.ClientTimeout(total=10)


async def share(
    client: AsyncWebClient, channel: ChannelId, content: bytes, *, name: str, comment: str
) -> bool:
    """False where Slack refuses it, or does not say that it is there."""
    try:
        return await _shared(client, channel, content, name=name, comment=comment)
    except SlackApiError as refusal:
        log.warning("file.refused", channel=channel, error=str(refusal.response.get("error")))
    except (aiohttp.ClientError, TimeoutError, OSError) as trouble:
        log.warning("file.lost", channel=channel, trouble=type(trouble).__name__)
    return False


async def _shared(
    client: AsyncWebClient, channel: ChannelId, content: bytes, *, name: str, comment: str
) -> bool:
    place = await client.files_getUploadURLExternal(filename=name, length=len(content))
    if not await _taken(client, str(place["upload_url"]), content):
        log.warning("file.not_taken", channel=channel)
        return False
    await client.files_completeUploadExternal(
        files=[{"id": place["file_id"], "title": name}],
        channel_id=channel,
        initial_comment=comment,
    )
    return True


async def _taken(client: AsyncWebClient, url: str, content: bytes) -> bool:
    """The address is the permission: our token does not go there, and nothing goes elsewhere."""
    if client.session is None or not is_slacks(url, client.base_url):
        return False
    async with client.session.post(
        url, data=content, allow_redirects=False, timeout=_PATIENCE
    ) as answer:
        return answer.status == 200
