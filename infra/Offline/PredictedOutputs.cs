using MlTa.Naming;

namespace MlTa.Offline;

/// <summary>
/// What outputs will be. Many repeat an input. An ID is AWS's to assign, and stays a token; any other output that a declaration passes on has
/// to be known here, because with a silent null the declaration would look complete and not be.
/// </summary>
internal static class PredictedOutputs
{
    private static readonly Dictionary<(string Type, string Output), Func<Facts, string>> s_predictions = new()
    {
        [("aws:backup/vault:Vault", OutputNames.Arn)] = vault => Arns.BackupVault(vault.Region, vault.Account, vault.Input(OutputNames.Name)),
        [("aws:iam/role:Role", OutputNames.Arn)] = role => Arns.Role(role.Account, role.Assigned(OutputNames.Name)),
        [("aws:iam/role:Role", OutputNames.Name)] = AssignedByPulumi,
        [("aws:kms/key:Key", OutputNames.Arn)] = key => Arns.Kms(key.Region, key.Account, $"key/{key.Assigned(OutputNames.Id)}"),
        [("aws:kms/key:Key", "keyId")] = key => key.Assigned(OutputNames.Id),
        [("aws:rds/instance:Instance", OutputNames.Arn)] = database => Arns.Database(database.Region, database.Account, database.Input("identifier")),
        [("aws:rds/instance:Instance", "address")] = database => $"{database.Input("identifier")}.{database.Assigned(OutputNames.Id)}.{database.Region}.rds.amazonaws.com",
        [("aws:rds/parameterGroup:ParameterGroup", OutputNames.Name)] = AssignedByPulumi,
        [("aws:s3/bucket:Bucket", OutputNames.Arn)] = bucket => Arns.Bucket(bucket.Input("bucket")),
        [("aws:s3/bucket:Bucket", OutputNames.Id)] = bucket => bucket.Input("bucket"),
    };

    /// <param name="declaration">Whose output it is.</param>
    /// <param name="output">The output's name.</param>
    /// <param name="region">Where the resource is.</param>
    /// <param name="account">Whose it is.</param>
    /// <exception cref="RunException">Nobody has said yet what the output will be.</exception>
    public static string Of(Declaration declaration, string output, string region, string account)
    {
        var facts = new Facts(declaration, region, account);
        if (declaration.Inputs.GetValueOrDefault(output) is string input)
        {
            return input;
        }

        if (s_predictions.TryGetValue((declaration.Key.Type, output), out var predict))
        {
            return predict(facts);
        }

        return output switch
        {
            OutputNames.Id => facts.Assigned(output),
            OutputNames.Region => region,
            _ => throw new RunException(
                $"{declaration.Key} is asked for its output '{output}', which is not known offline, so add it to {nameof(PredictedOutputs)}"),
        };
    }

    private static string AssignedByPulumi(Facts facts) => facts.Assigned(OutputNames.Name);

    private sealed record Facts(Declaration Declaration, string Region, string Account)
    {
        public string Input(string name) => Declaration.Inputs.GetValueOrDefault(name) as string
            ?? throw new RunException($"{Declaration.Key} has no {name}, by which other regions could know it");

        public string Assigned(string output) => new OutputToken(Declaration.Key, output).ToString();
    }
}
