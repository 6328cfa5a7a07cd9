// Lets addresses of scripts past Trusted Types, so that it is the policy on sources that has to refuse them.

const policy = self.trustedTypes?.createPolicy("plimsoll-self-test", { createScriptURL: (address: string) => address });

/** An address of a script, as the browser takes it. */
export const scriptAddress = (address: string): string => (policy ? (policy.createScriptURL(address) as string) : address);
