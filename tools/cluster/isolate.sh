#!/bin/sh
# Runs a command with processes, mounts, a network, a host name and a /run of its own. Run it as root.
#
#   isolate.sh COMMAND…
#
# Clusters that run on one machine at a time then do not meet: each has its ports, and the sockets in /run/slurm and
# /run/slurmctld through which Slurm's clients get their tokens. Nothing outlives the command, which ends when its caller
# does, that is, when standard input ends.
#
# Where the kernel does not permit that, the command runs without it.
set -eu
if [ "${1:-}" != --inside ]; then
  inside="unshare --mount --pid --net --uts --fork --kill-child --mount-proc $0 --inside"
  $inside </dev/null && exec $inside "$@"
  echo "isolate.sh: namespaces are not permitted here: the cluster shares the network and /run of this machine" >&2
  exec "$@"
fi
shift
hostname localhost
ip link set lo up
# without another address than 127.0.0.1, getaddrinfo finds no name
ip address add 192.0.2.1/32 dev lo
mount -t tmpfs -o mode=755 tmpfs /run
[ $# -gt 0 ] || exit 0
exec 3<&0
"$@" </dev/null 3<&- &
command=$!
(cat <&3 >/dev/null && kill -KILL $command) &
# the end of this script, the first process of its namespace, ends all others
wait $command
