#!/usr/bin/env bash
# A real Slurm cluster on the loopback of one machine, without systemd, munge or a database. Run it as root.
#
#   slurm.sh install           installs Slurm and GNU parallel from Debian where they are missing
#   slurm.sh start [NODES]     does so, and starts Slurm
#   slurm.sh node down N       kills node N and its tasks, as a power failure does
#   slurm.sh node lost N       kills only the node's daemon: its tasks go on unnoticed and are queued again
#   slurm.sh node up N         starts the node again
#   slurm.sh stop              cancels all jobs and ends the daemons that this script started
#   slurm.sh purge             stops, then removes the folder
#
# All files are in $CLUSTER (default /tmp/slurm-ci). Clients need SLURM_CONF=$CLUSTER/slurm.conf. On one machine, only one
# such cluster can run at a time, unless each is started, and used, with isolate.sh.
set -euo pipefail
CLUSTER=${CLUSTER:-/tmp/slurm-ci} PORT=${CLUSTER_PORT:-16817} CPUS=${CLUSTER_CPUS:-1}
export SLURM_CONF=$CLUSTER/slurm.conf
say() { printf '%s\n' "slurm.sh: $*" >&2; }

alive() { # NAME: whether its daemon runs; a pid alone may belong to a later process
  local pid
  pid=$(cat "$CLUSTER/$1.pid" 2>/dev/null) && [ -r "/proc/$pid/cmdline" ] &&
    tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -q -- "-f $SLURM_CONF"
}

launch() { # NAME COMMAND…: starts it in the background, detached from the terminal, and stores its pid
  local name=$1
  shift
  alive "$name" && return
  setsid "$@" </dev/null >>"$CLUSTER/$name.out" 2>&1 &
  echo $! >"$CLUSTER/$name.pid"
}

end() { # NAME SIGNAL: ends a daemon and waits for its end
  local pid
  alive "$1" || { rm -f "$CLUSTER/$1.pid"; return 0; }
  pid=$(cat "$CLUSTER/$1.pid")
  kill "-$2" "$pid"
  for _ in $(seq 100); do alive "$1" || break; sleep 0.1; done
  alive "$1" && kill -KILL "$pid"
  rm -f "$CLUSTER/$1.pid"
}

within() { # SECONDS COMMAND…: repeats a command until it succeeds
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || return 1
    sleep 0.2
  done
}

give_up() { # WHAT: prints the ends of the logs, the nodes as the controller sees them, and last what failed
  tail -n 8 "$CLUSTER"/*.out >&2
  timeout 5 sinfo -N -o '%N %T %E' >&2 || true
  say "gave up: $*"
  exit 1
}

install_slurm() {
  local program missing=
  for program in slurmctld slurmd sbatch parallel strace ip; do command -v $program >/dev/null || missing=1; done
  [ -z $missing ] && return
  # policy-rc.d keeps apt from starting services during this installation
  local policy=/usr/sbin/policy-rc.d made=
  [ -e $policy ] || { printf '#!/bin/sh\nexit 101\n' >$policy && chmod +x $policy && made=1; }
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    slurmctld slurmd slurm-client parallel strace iproute2 >"${TMPDIR:-/tmp}/slurm-apt.log" 2>&1 || { cat "${TMPDIR:-/tmp}/slurm-apt.log" >&2; return 1; }
  [ -z $made ] || rm -f $policy
}

configure() { # NODES
  mkdir -p "$CLUSTER/state" && chmod 755 "$CLUSTER"
  [ -s "$CLUSTER/slurm.key" ] || (umask 077 && head -c 256 /dev/urandom >"$CLUSTER/slurm.key")
  # auth/slurm (since Slurm 23.11) signs with the key above, so munged is not needed. NoInAddrAny: listen on 127.0.0.1.
  # linuxproc instead of cgroups, which are often read-only or missing in a container.
  # config_overrides: a node has the size written here, not that of the machine.
  # cred_expire: delay of a job that is queued again (default 120 s).
  # KillWait: time from SIGTERM to SIGKILL (default 30 s), which a busy machine may need.
  # SlurmdTimeout: time until a silent node counts as down and its jobs are queued again (default 300 s).
  cat >"$SLURM_CONF.part" <<CONF
ClusterName=ci
SlurmctldHost=localhost(127.0.0.1)
SlurmctldPort=$PORT
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
SlurmUser=root
SlurmdUser=root
AuthType=auth/slurm
CredType=auth/slurm
AuthInfo=cred_expire=10
StateSaveLocation=$CLUSTER/state
SlurmdSpoolDir=$CLUSTER/spool-%n
SlurmctldPidFile=$CLUSTER/slurmctld.own-pid
SlurmdPidFile=$CLUSTER/%n.own-pid
SlurmctldLogFile=$CLUSTER/slurmctld.log
SlurmdLogFile=$CLUSTER/%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
JobCompType=jobcomp/filetxt
JobCompLoc=$CLUSTER/completed.txt
MpiDefault=none
MailProg=/bin/true
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
SchedulerParameters=batch_sched_delay=0,sched_interval=2
SlurmdTimeout=10
SlurmctldTimeout=10
InactiveLimit=0
KillWait=120
MinJobAge=3600
ReturnToService=2
JobRequeue=1
MaxArraySize=1001
CONF
  local n names=
  for n in $(seq "$1"); do
    echo "NodeName=n$n NodeHostname=localhost NodeAddr=127.0.0.1 Port=$((PORT + n)) CPUs=$CPUS RealMemory=8000 State=UNKNOWN"
    names+=${names:+,}n$n
    mkdir -p "$CLUSTER/spool-n$n"
  done >>"$SLURM_CONF.part"
  echo "PartitionName=ci Nodes=$names Default=YES MaxTime=120 DefMemPerCPU=0 State=UP" >>"$SLURM_CONF.part"
  mv "$SLURM_CONF.part" "$SLURM_CONF"
}

controller_answers() { timeout 5 scontrol ping | grep -q 'is UP$'; }
nodes() { sed -n 's/^NodeName=\(n[0-9]*\) .*/\1/p' "$SLURM_CONF"; }
node_is_up() { [[ "$(timeout 5 sinfo -h -N -n "$1" -o %t | head -1)" =~ ^(idle|mix|alloc|comp)$ ]]; }
tasks_on() { # NODE: the pids of its tasks; those of their supervisors (slurmstepd) first, so that they report nothing
  local job pid parent pids= parents=
  for job in $(squeue -h -r -w "$1" -o %A); do
    for pid in $(scontrol listpids "$job" "$1" 2>/dev/null | awk '$1 ~ /^[0-9]+$/ {print $1}'); do
      parent=$(awk '/^PPid:/ {print $2}' "/proc/$pid/status" 2>/dev/null || true)
      grep -aq '^slurmstepd: ' "/proc/$parent/cmdline" 2>/dev/null && parents+=" $parent"
      pids+=" $pid"
    done
  done
  echo "$parents $pids"
}
# One node after the other: each slurmd removes and binds the same /run/slurm/sack.socket, and of two that do so at once
# one ends with "address in use".
up() { # NODE: starts its daemon and waits until it is registered; a daemon that ends or hangs is started again
  for _ in 1 2 3; do
    launch "$1" slurmd -D -f "$SLURM_CONF" -N "$1"
    within 15 node_is_up "$1" && return
    say "$1 is not registered after 15 s: its daemon is started again"
    end "$1" KILL
  done
  give_up "node $1 does not register"
}

case ${1:-} in
install) install_slurm ;;
start)
  install_slurm
  alive slurmctld || configure "${2:-2}"
  launch slurmctld slurmctld -D -f "$SLURM_CONF"
  within 30 controller_answers || give_up "slurmctld does not answer"
  for n in $(nodes); do up "$n"; done
  say "$(sinfo --version), $(nodes | wc -l) nodes"
  ;;
node)
  case $2 in
  up) up "n$3" ;;
  lost | down)
    pids=$([ "$2" = lost ] || tasks_on "n$3")
    end "n$3" KILL
    for pid in $pids; do kill -KILL "$pid" 2>/dev/null || true; done
    # as a health check does: slurmctld itself needs SlurmdTimeout and 20 s to notice
    scontrol update "nodename=n$3" state=down "reason=$2"
    ;;
  *) exit 2 ;;
  esac
  ;;
stop | purge)
  if [ -e "$SLURM_CONF" ]; then
    if alive slurmctld; then
      scancel -u "$(id -un)" 2>/dev/null || true
      within 30 bash -c '[ -z "$(squeue -h)" ]' || true
    fi
    for n in $(nodes); do end "$n" TERM; done
    end slurmctld TERM
  fi
  [ "$1" = stop ] || rm -rf "$CLUSTER"
  ;;
*)
  sed -n '2,13s/^# \{0,1\}//p' "$0"
  exit 2
  ;;
esac
