using static MlTa.Recovery.Changes.ServiceEndpoints;

namespace MlTa.Recovery.Changes.Apis;

/// <summary>Networks.</summary>
internal static class NetworkApis
{
    public static IReadOnlyList<TypeApi> All { get; } =
    [
        // Every VPC comes with one, so it is never made nor deleted: its rules are taken away.
        new("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", Compute, "RevokeSecurityGroupIngress", "RevokeSecurityGroupIngress"),
        new("aws:ec2/eip:Eip", Compute, "AllocateAddress", "ReleaseAddress") { Update = "CreateTags" },
        new("aws:ec2/internetGateway:InternetGateway", Compute, "CreateInternetGateway", "DeleteInternetGateway") { Update = "AttachInternetGateway" },
        new("aws:ec2/natGateway:NatGateway", Compute, "CreateNatGateway", "DeleteNatGateway") { Update = "CreateTags" },
        new("aws:ec2/route:Route", Compute, "CreateRoute", "DeleteRoute") { Update = "ReplaceRoute" },
        new("aws:ec2/routeTable:RouteTable", Compute, "CreateRouteTable", "DeleteRouteTable") { Update = "CreateTags" },
        new("aws:ec2/routeTableAssociation:RouteTableAssociation", Compute, "AssociateRouteTable", "DisassociateRouteTable") { Update = "ReplaceRouteTableAssociation" },
        new("aws:ec2/securityGroup:SecurityGroup", Compute, "CreateSecurityGroup", "DeleteSecurityGroup") { Update = "CreateTags" },
        new("aws:ec2/subnet:Subnet", Compute, "CreateSubnet", "DeleteSubnet") { Update = "ModifySubnetAttribute" },
        new("aws:ec2/vpc:Vpc", Compute, "CreateVpc", "DeleteVpc") { Update = "ModifyVpcAttribute" },
        new("aws:ec2/vpcEndpoint:VpcEndpoint", Compute, "CreateVpcEndpoint", "DeleteVpcEndpoints") { Update = "ModifyVpcEndpoint" },
        new("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", Compute, "AuthorizeSecurityGroupEgress", "RevokeSecurityGroupEgress") { Update = "ModifySecurityGroupRules" },
        new("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", Compute, "AuthorizeSecurityGroupIngress", "RevokeSecurityGroupIngress") { Update = "ModifySecurityGroupRules" },
    ];
}
