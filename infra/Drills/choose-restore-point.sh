#!/usr/bin/env bash
# Chooses what a drill restores, and prints it as configuration: restore.recoveryPoint or restore.automatedBackupsArn, and
# restore.time, the instant that the data are of.
#
#   choose-restore-point.sh --region R --account A --prefix P [--newest | --recovery-point ARN | --point-in-time]
#
#   --newest              the newest finished copy of a database P-... in the vault P-R (the default)
#   --recovery-point ARN  this one
#   --point-in-time       the latest time to which another region's automated backups can be restored in R
#
# Exits with 1 if there is nothing to restore or if nobody can tell, and with 2 if the input is bad.

set -euo pipefail
# The CLI writes some times in the zone of the machine.
export TZ=UTC

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' "$0" >&2; }

region='' account='' prefix='' source='' recovery_point=''
problems=()
choose() {
  if [ -n "$source" ]; then problems+=("expected one of --newest, --recovery-point and --point-in-time, got $source and $1"); fi
  source=$1
}
while [ $# -gt 0 ]; do
  case $1 in
    --region) region=${2-} ;;
    --account) account=${2-} ;;
    --prefix) prefix=${2-} ;;
    --recovery-point) choose "$1"; recovery_point=${2-} ;;
    --newest | --point-in-time) choose "$1"; shift; continue ;;
    *) problems+=("unknown argument '$1'"); shift; continue ;;
  esac
  shift $(($# > 1 ? 2 : 1))
done
: "${source:=--newest}"
[[ $region =~ ^[a-z]{2}(-[a-z]+)+-[0-9]+$ ]] || problems+=("--region: expected a region such as eu-west-1, got '$region'")
[[ $account =~ ^[0-9]{12}$ ]] || problems+=("--account: expected 12 digits, got '$account'")
[[ $prefix =~ ^[a-z][a-z0-9-]*$ ]] || problems+=("--prefix: expected small letters, digits and hyphens, got '$prefix'")
if [ "$source" = --recovery-point ] && [[ $recovery_point != arn:aws:rds:"$region":"$account":snapshot:* ]]; then
  problems+=("--recovery-point: expected a snapshot's ARN, arn:aws:rds:$region:$account:snapshot:..., got '$recovery_point'")
fi
if [ ${#problems[@]} -gt 0 ]; then
  printf 'choose-restore-point.sh: %s\n' "${problems[@]}" >&2
  usage
  exit 2
fi

unknown() {
  echo "choose-restore-point.sh: $1 could not be listed or are not what was expected, so nothing is chosen" >&2
  exit 1
}

# 2026-11-23T03:05:00.123Z and 2026-11-23T03:05:00.123+00:00 both become 2026-11-23T03:05:00Z.
seconds='def seconds: if test("^[0-9-]{10}T[0-9:]{8}([.][0-9]+)?(Z|[+]00:00)$") then .[0:19] + "Z" else error("not a time in UTC: \(.)") end;'

if [ "$source" = --point-in-time ]; then
  # The region's own databases have automated backups too; those of another region have its name in the database's ARN.
  chosen=$(aws rds describe-db-instance-automated-backups --region "$region" --output json |
    jq -r --arg region "$region" --arg account "$account" --arg prefix "$prefix" "$seconds"'
      [.DBInstanceAutomatedBackups[]
        | select(.RestoreWindow.LatestTime != null and (.DBInstanceIdentifier | startswith($prefix + "-")))
        | select((.DBInstanceArn | split(":")) | .[3] != $region and .[4] == $account)
        | {arn: .DBInstanceAutomatedBackupsArn, time: (.RestoreWindow.LatestTime | seconds)}]
      | sort_by(.time) | last // empty
      | "restore.automatedBackupsArn=\(.arn)\nrestore.time=\(.time)"') || unknown "the automated backups in $region"
  nothing="no automated backups of another region's $prefix-... are in $region: only the standby's region keeps them"
else
  vault=$prefix-$region
  if [ "$source" = --recovery-point ]; then
    points=$(jq -nc --arg arn "$recovery_point" '[$arn]')
    # Whoever names one may want that of any database.
    databases=''
    nothing="$recovery_point is no available snapshot of AWS Backup in $region"
  else
    points=$(aws backup list-recovery-points-by-backup-vault --backup-vault-name "$vault" --by-resource-type RDS \
      --region "$region" --output json |
      jq -c '[.RecoveryPoints[] | select(.Status == "COMPLETED") | .RecoveryPointArn]') || unknown "the recovery points of the vault $vault in $region"
    nothing="the vault $vault in $region has no finished copy of a database $prefix-..."
    databases=$prefix-
  fi
  # A copy's own time is that of the copying. OriginalSnapshotCreateTime stays that of the data (RDS API, DBSnapshot), so it decides.
  chosen=$(aws rds describe-db-snapshots --snapshot-type awsbackup --region "$region" --output json |
    jq -r --argjson points "$points" --arg databases "$databases" "$seconds"'
      [.DBSnapshots[]
        | select(.Status == "available" and .OriginalSnapshotCreateTime != null)
        | select($databases == "" or (.DBInstanceIdentifier // "" | startswith($databases)))
        | select(.DBSnapshotArn as $arn | any($points[]; . == $arn))
        | {arn: .DBSnapshotArn, time: (.OriginalSnapshotCreateTime | seconds)}]
      | sort_by(.time) | last // empty
      | "restore.recoveryPoint=\(.arn)\nrestore.time=\(.time)"') || unknown "the snapshots of AWS Backup in $region"
fi

if [ -z "$chosen" ]; then
  echo "choose-restore-point.sh: nothing to restore: $nothing" >&2
  exit 1
fi
printf '%s\n' "$chosen"
