using MlTa.Settings;

namespace MlTa.Commands.Runbooks;

/// <summary>What is different in the file of a stack that takes a lost one's place.</summary>
internal static class NewStackFile
{
    public static IEnumerable<string> Lines(StackSettings stack) =>
    [
        $"secretsprovider: {stack.SecretsProvider}",
        "config:",
        $"  {stack.Project}:role: {SettingNames.Of(stack.Role)}",
        $"  {stack.Project}:region: {stack.Region}",
        $"  {stack.Project}:stateBackend: {stack.StateBackend}",
        $"  {stack.Project}:peers:",
        .. stack.Peers.Select(peer => $"    - {{ stack: {peer.Stack}, region: {peer.Region}, tier: {SettingNames.Of(peer.Tier)} }}"),
        $"  {stack.Project}:network: {{ cidrBlock: {stack.Network.CidrBlock}, zones: [{string.Join(", ", stack.Network.Zones)}], natGateways: {SettingNames.Of(stack.Network.NatGateways)} }}",
        $"  {stack.Project}:database: # as of the writer, but for",
        $"    generation: {stack.Database.Generation}",
        $"    source: {{ region: {stack.Database.Source!.Region}, generation: {stack.Database.Source.Generation} }}",
        $"  {stack.Project}:workloads: # as of the lost stack, but for",
        $"    registry: {stack.Workloads.Registry}",
        $"    chartRepository: {stack.Workloads.ChartRepository}",
    ];
}
