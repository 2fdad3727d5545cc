import { attackUnderLoad } from "./under-load.mjs";

/** Twenty wrong sign-ins a second, as people who exist and as people who do not. */
export default function attack({ say: tell }) {
  return attackUnderLoad("sign-ins", tell);
}
