// The heap image that the loader has asked for (engine-loader.js): a promise of its bytes, or of why there are none.
export const imageHere = () => globalThis.interloopImage;

// Says on the console why the engine has to do without it, and keeps for whoever asks (tests/browser) whether it has it.
export function tellImage(trouble) {
  globalThis.interloopImageUsed = !trouble;
  if (trouble) console.warn(`Interloop makes its heap image itself, which takes longer: ${trouble}.`);
}
