/** The folder that the site is built into: what the variable OUT_DIR names, in the project or anywhere else. */
export function outDir() {
  // An empty variable is one that nobody set.
  return process.env.OUT_DIR || 'dist';
}
