/**
 * Scripts that put the name of what they use together while they run; `u` is an address. No reader of sources sees what
 * these do. The policy refuses it.
 */
export const HIDDEN = [
  "const w = window; await w[atob('ZmV0Y2g=')](u)",
  "const name = ['fet', 'ch'].join(''); const holder = [globalThis][0]; await holder[name](u)",
];
