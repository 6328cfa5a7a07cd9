// Where the page finds the channel: it may open one when its address asks for it.
import type { EmbedVersions } from "../element/embed.d.ts";
import { Channel, type Page } from "./channel.ts";

declare global {
  // Called by web/src/hooks/embedding.rs once the editor is defined.
  var plimsollOpenChannel: (
    version: string,
    rules: string,
    oldest: string,
    newest: string,
    page: Page,
  ) => Channel;
}

globalThis.plimsollOpenChannel = (version, rules, oldest, newest, page) => {
  const versions: EmbedVersions = { version, rules, kubernetes: [oldest, newest] };
  return new Channel(versions, page);
};
