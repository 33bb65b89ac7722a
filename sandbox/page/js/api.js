// Talks with the sandbox's server; every deed is done as the person this page belongs to.

import { workspace } from "./workspace.js";

/** GET a page of JSON; throws when the sandbox cannot be reached or refuses. */
export async function get(path, query = {}) {
  const known = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const answer = await fetch(`${path}?${new URLSearchParams(known)}`);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}

/** POST JSON; never throws: {ok: false, error} tells what went wrong. */
export async function post(path, body) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const found = await answer.json().catch(() => ({}));
    return { ok: answer.ok, ...(answer.ok ? {} : { error: `status ${answer.status}` }), ...found };
  } catch {
    return { ok: false, error: "unreachable" };
  }
}

/** A person's own deed: say, click, submit, close, read … */
export const deed = (name, body) => post(`/ui/${name}`, { as: workspace.me.id, ...body });

/** What a person sees, as they see it. */
export const look = (name, query) => get(`/ui/${name}`, { as: workspace.me.id, ...query });
