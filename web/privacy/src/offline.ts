// The page on which the user asks for an offline copy. It is a page of its own so that the one that holds the user's
// text needs no permission to register anything.
import "./kept.ts";
import type { KeptElement } from "./kept.ts";
import { ownRegistration } from "./storage.ts";

const policy = self.trustedTypes?.createPolicy("plimsoll", { createScriptURL: (address: string) => address });

const said = document.getElementById("said");
const start = document.getElementById("keep");

start?.addEventListener("click", () => void keep());
addEventListener("forgotten", () => tell(""));

/** Fetches a copy, or a newer one. */
async function keep(): Promise<void> {
  if (!("serviceWorker" in navigator)) {
    return tell("This browser keeps copies only for pages that were served securely (https, or this machine itself).");
  }
  tell("Fetching every file…");
  try {
    const address = policy ? (policy.createScriptURL("sw.js") as string) : "sw.js";
    const before = await ownRegistration();
    const registration = await navigator.serviceWorker.register(address, { scope: "./", updateViaCache: "none" });
    if (before?.active) await registration.update();
    const coming = registration.installing ?? registration.waiting;
    if (!coming) return tell("The copy is the newest there is.");
    tell(await outcome(coming, before?.active ? "newer" : "first"));
  } catch (error) {
    tell(`Not kept: ${error instanceof Error ? error.message : error}`);
  }
  await document.querySelector<KeptElement>("plimsoll-kept")?.refresh();
}

/** Waits until a copy, the first or a newer one, is whole or given up. */
function outcome(coming: ServiceWorker, which: "first" | "newer"): Promise<string> {
  return new Promise((done) => {
    const look = () => {
      if (coming.state === "activated") done("Kept. The page now opens without its host.");
      if (coming.state === "installed" && which === "newer") {
        done("A newer copy is here. It takes over when all tabs of this page are closed.");
      }
      if (coming.state === "redundant") {
        done("Not kept: a file did not come, or is not the one that belongs to this copy. Try again later.");
      }
    };
    coming.addEventListener("statechange", look);
    look();
  });
}

function tell(sentence: string): void {
  if (said) said.textContent = sentence;
}
