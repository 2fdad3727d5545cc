export default { serverExternalPackages: ["postgres"], poweredByHeader: false };
