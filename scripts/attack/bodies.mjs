import { attackUnderLoad } from "./under-load.mjs";

/** Fifty bodies of 1 GB at once, declared or in chunks, at every kind of route; one that is refused is begun anew. */
export default function attack({ say: tell }) {
  return attackUnderLoad("bodies", tell);
}
