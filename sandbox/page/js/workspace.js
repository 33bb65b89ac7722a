// What this page knows: who looks, the people, the conversations, the app and its commands.

export const workspace = {
  name: "",
  me: null,
  first: null,
  people: new Map(),
  groups: new Map(),
  conversations: new Map(),
  commands: [],
  shortcuts: [],
  app: {},
  prepared: "",
  tries: [],
};

const byId = (entries) => new Map((entries ?? []).map((entry) => [entry.id, entry]));

/** Take over an answer of /ui/state. */
export function learn(state) {
  workspace.people = byId(state.people);
  workspace.groups = byId(state.groups);
  workspace.conversations = byId(state.conversations);
  workspace.me = workspace.people.get(state.me?.id ?? state.me) ?? state.me;
  for (const name of ["commands", "shortcuts", "app", "prepared", "tries"]) workspace[name] = state[name] ?? workspace[name];
  workspace.name = state.workspace?.name ?? state.workspace ?? state.team?.name ?? "Workspace";
}

export const personName = (id) => {
  const person = workspace.people.get(id);
  return person ? person.real_name || person.name : id;
};

/** The short name that stands behind an @. */
export const handle = (id) => workspace.people.get(id)?.name ?? id;

export const isApp = (id) => id !== undefined && id === workspace.app.user_id;

export const isDirect = (conversation) => conversation.kind === "im" || conversation.kind === "mpim";

/** Everyone in a DM but the one who looks. */
export const companions = (conversation) =>
  (conversation.with ?? conversation.members ?? []).filter((id) => id !== workspace.me.id);

/** The name a conversation goes by, without its sign. */
export function conversationName(conversation) {
  if (!isDirect(conversation)) return conversation.name;
  const names = companions(conversation).map(personName);
  return names.length ? names.join(", ") : `${personName(workspace.me.id)} (you)`;
}

/** The same with "#" before what is a channel. */
export const titled = (conversation) =>
  (conversation.kind === "channel" ? "#" : "") + conversationName(conversation);

/** The DM of the app and the one who looks, when there is one. */
export const appConversation = () =>
  [...workspace.conversations.values()].find(
    (conversation) => conversation.kind === "im" && companions(conversation).some(isApp),
  );

/** Living people, the one who looks first, bots last. */
export function peopleInOrder() {
  const rank = (person) => (person.id === workspace.me.id ? 0 : person.is_bot ? 2 : 1);
  return [...workspace.people.values()]
    .filter((person) => !person.deleted)
    .sort((a, b) => rank(a) - rank(b) || a.real_name.localeCompare(b.real_name));
}
