/** A user and group that own nothing on the machine and need no entry in its list of users. */
export const unprivilegedId = 64_123;
