// Listens to what happens in the workspace, and catches up after every gap.

import { workspace } from "./workspace.js";

const HIDDEN_FOR = 20_000;
const TRY_AGAIN = 2000;

let source = null;
let hiding = 0;

/**
 * Calls `heard(event)` for each event, and `missed()` whenever it begins to listen: before that, events may have been lost.
 *
 * A browser keeps only six connections to one address, and eight people may be open in eight tabs:
 * a tab that has been hidden for a while lets its stream go and catches up when it is shown again.
 */
export function listen({ heard, missed }) {
  open({ heard, missed });
  document.addEventListener("visibilitychange", () => {
    clearTimeout(hiding);
    if (document.hidden) hiding = setTimeout(close, HIDDEN_FOR);
    else if (!source) open({ heard, missed });
  });
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", (event) => event.persisted && open({ heard, missed }));
}

function open({ heard, missed }) {
  close();
  source = new EventSource(`/ui/stream?as=${encodeURIComponent(workspace.me.id)}`);
  source.onmessage = (message) => heard(JSON.parse(message.data));
  source.onopen = () => {
    document.body.dataset.stream = "open";
    missed();
  };
  source.onerror = () => {
    document.body.dataset.stream = "lost";
    if (source?.readyState === EventSource.CLOSED) setTimeout(() => open({ heard, missed }), TRY_AGAIN);
  };
}

function close() {
  source?.close();
  source = null;
}
