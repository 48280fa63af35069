import { type LookupAddress, lookup } from 'node:dns'
import { Agent } from 'node:https'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** For requests to where a stranger's address leads: none to this machine or to a network that is not everybody's. */
export function publicAgent(): Agent {
  return new Agent({ keepAlive: true, lookup: publicLookup })
}

/** As `dns.lookup`, and an error where a name has a private address beside others, too: nobody needs that. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? []
    if (error || !first) callback(error ?? new Error(`${hostname} has no address`), '')
    else if (!addresses.every(isPublic)) callback(new Error(`${hostname} has a private address`), '')
    else if (options.all) callback(null, addresses)
    else callback(null, first.address, first.family)
  })
}

function isPublic({ address }: LookupAddress): boolean {
  return ipaddr.process(address).range() === 'unicast'
}
