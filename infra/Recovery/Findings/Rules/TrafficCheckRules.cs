using MlTa.Naming;
using MlTa.Offline;
using MlTa.Settings;

namespace MlTa.Recovery.Findings.Rules;

/// <summary>The checks that decide which region users are sent to.</summary>
internal static class TrafficCheckRules
{
    public static readonly RecoveryRule[] All =
    [
        new("check-asks-a-region", Severity.Error,
            "No health check asks the name whose answer it decides.",
            "It sees whichever region is answered just now, and Route 53 says that what comes of it cannot be predicted.",
            "Ask the region's own name.",
            "Route 53 developer guide, 'Values that you specify when you create or update health checks', domain name")
        {
            Check = declared =>
            {
                var decided = FailoverPair.Records(declared).Select(record => record.Resource.Inputs.Text("name")).ToHashSet();
                return declared.All(ResourceTypes.HealthCheck)
                    .Where(check => decided.Contains(check.Resource.Inputs.Text("fqdn")))
                    .Select(check => check.Gap($"asks {check.Resource.Inputs.Text("fqdn")}, which its answer decides"));
            },
        },

        new("gate-asks-writable", Severity.Error,
            "What opens a failover record asks the record's region whether it can write.",
            "Users are sent to a standby that only reads, or kept from a region that works.",
            $"Let the check of the record ask {HealthPaths.Active} of the host that the record leads to.",
            "This project's decision: traffic follows the promotion by itself")
        {
            Check = declared => FailoverPair.In(declared) is { } pair
                ? from record in pair.Both
                  let check = pair.CheckOf(record)
                  where check is not null
                  let host = check.Inputs.Text("fqdn")
                  let path = check.Inputs.Text("resourcePath")
                  // A check of the service's own name is another rule's.
                  where path != HealthPaths.Active || (host != FailoverPair.TargetOf(record) && host != record.Inputs.Text("name"))
                  select pair.Stack.Gap(check, $"asks {host}{path} for {record.Name}, which leads to {FailoverPair.TargetOf(record)}")
                : [],
        },

        new("pin-complete", Severity.Error,
            "A health check is disabled and inverted, or neither.",
            "Disabled alone it is always healthy, and users go to the region from which they were kept; inverted alone it says the opposite of the truth.",
            "Set disabled and invertHealthcheck together.",
            "Route 53 API, HealthCheckConfig, Disabled and Inverted")
        {
            Check = declared => declared.All(ResourceTypes.HealthCheck)
                .Where(check => check.Resource.Inputs.IsOn("disabled") != check.Resource.Inputs.IsOn("invertHealthcheck"))
                .Select(check => check.Gap($"disabled is {Shown(check, "disabled")}, invertHealthcheck is {Shown(check, "invertHealthcheck")}")),
        },

        new("users-follow-the-writer", Severity.Error,
            "Checks and pins send users to the region whose database can be written, and keep them there.",
            "With no check on the standby's record users reach it before it is promoted; with one after the failover, or without the pin, a blip sends them back to the old region and its old data.",
            "Gate both records while the stack that keeps them is on standby; when it is active, pin the other's check and leave its own record without one; when it is fenced, pin its own.",
            "Route 53 developer guide, 'How Amazon Route 53 chooses records when health checking is configured'")
        {
            Check = declared => FailoverPair.In(declared) is { } pair ? Misled(pair) : [],
        },
    ];

    private static IEnumerable<Gap> Misled(FailoverPair pair)
    {
        // Once the other region follows it cannot write, and whoever can is answered: the settings' rules see to it that it follows.
        var keepsUsers = pair.Stack.Role == Role.Active && pair.Stack.Settings.Failover is not { Pinned: false };
        foreach (var record in pair.Both)
        {
            var isOwn = record == pair.Secondary;
            var isChecked = !(isOwn && keepsUsers);
            var check = pair.CheckOf(record);
            if (check is not null != isChecked)
            {
                yield return pair.Stack.Gap(record, isChecked ? "has no health check" : "has a health check while its region is active");
            }

            var isPinned = isOwn ? pair.Stack.Role == Role.Fenced : keepsUsers;
            // Half a pin is another rule's.
            if (check is not null && IsWholeOrNone(check) && FailoverPair.IsPinned(check) != isPinned && isChecked)
            {
                yield return pair.Stack.Gap(check, isPinned ? "is not pinned, so users return by themselves" : "is pinned, so users are kept from a region that may serve");
            }
        }
    }

    private static bool IsWholeOrNone(DeclaredResource check) => check.Inputs.IsOn("disabled") == check.Inputs.IsOn("invertHealthcheck");

    private static string Shown(PlacedResource check, string input) => check.Resource.Inputs.IsOn(input) ? "true" : "false";
}
