import { BlockList, isIP } from 'node:net';

const NETWORKS = [
  // This network, private, shared by carriers, loopback, link-local, for protocols and documentation.
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  // Documentation, multicast, reserved, broadcast.
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  // The same of IPv6: discard, documentation, unique local, link-local, site-local, multicast.
  ...['100::/64', '2001:db8::/32', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
  // Ways to an IPv4 address inside an IPv6 one: NAT64, Teredo, 6to4, and the compatible form with the unspecified and loopback addresses.
  ...['64:ff9b::/96', '64:ff9b:1::/48', '2001::/32', '2002::/16', '::/96'],
] as const;

const closed = new BlockList();
for (const network of NETWORKS) {
  const [address = '', bits = ''] = network.split('/');
  closed.addSubnet(address, Number(bits), address.includes(':') ? 'ipv6' : 'ipv4');
}

/**
 * Whether an address is not one of the public internet: private, loopback, link-local, reserved, or one that hides an
 * IPv4 address (IANA's special-purpose registries). An IPv4 address that is mapped into IPv6 is judged as what it is.
 * What is no address at all counts as private.
 */
export function isPrivateAddress(address: string): boolean {
  const kind = isIP(address);
  return kind === 0 || closed.check(address, kind === 6 ? 'ipv6' : 'ipv4');
}
