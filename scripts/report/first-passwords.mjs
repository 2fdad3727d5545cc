/** By the administrator's role, what the file calls their first password. */
export const firstPasswords = {
  system_admin: "adminPassword",
  security_admin: "securityAdminPassword",
  audit_admin: "auditAdminPassword",
};
