const classes = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];
const [shortest, shortestPlain, longest] = [8, 12, 200];

/**
 * Whether a password may be given to an account (GB/T 22239 8.1.4.1 a): 12 characters or more, or 8 of three of the classes
 * capitals, small letters, digits and others; not so long that nobody could sign in with it; and not around the user name.
 */
export function isAcceptablePassword(password: string, username: string): boolean {
  const { length } = [...password];
  const used = classes.filter((each) => each.test(password)).length;
  const isLongEnough = length >= shortestPlain || (length >= shortest && used >= 3);
  const isAroundName = password.toLowerCase().includes(username.toLowerCase());
  return isLongEnough && password.length <= longest && !isAroundName;
}
