// Trusted Types, which not every browser has and TypeScript does not know.

interface Window {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL: (text: string) => string }): {
      createScriptURL(text: string): unknown;
    };
  };
}
