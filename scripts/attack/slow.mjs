import { attackUnderLoad } from "./under-load.mjs";

/** Two hundred connections that send their headers, or their bodies, or read their answers byte by byte. */
export default function attack({ say: tell }) {
  return attackUnderLoad("slow", tell);
}
