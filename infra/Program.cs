using MlTa.Commands;
using MlTa.Settings.Reading;
using MlTa.Topology;

// The engine starts the program with its address in the environment, and with no arguments.
return Environment.GetEnvironmentVariable("PULUMI_MONITOR") is null
    ? await CommandLine.RunAsync(args, Console.Out, Console.Error)
    : await Deployment.RunAsync(() => StackTopology.Declare(StackConfig.Read()));
