namespace MlTa.Recovery.Changes.Facts;

/// <summary>Networks: what EC2 calls VPC.</summary>
internal static class NetworkFacts
{
    public static IReadOnlyList<TypeFacts> All { get; } =
    [
        new("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "internal/service/ec2/vpc_default_security_group.go")
        {
            Replacing = ["vpcId"],
            InPlace = ["egress", "ingress", "tags"],
        },
        new("aws:ec2/eip:Eip", "internal/service/ec2/ec2_eip.go")
        {
            Replacing = ["address", "domain", "networkBorderGroup", "publicIpv4Pool"],
            InPlace = ["tags"],
        },
        new("aws:ec2/internetGateway:InternetGateway", "internal/service/ec2/vpc_internet_gateway.go")
        {
            InPlace = ["tags", "vpcId"],
        },
        new("aws:ec2/natGateway:NatGateway", "internal/service/ec2/vpc_nat_gateway.go")
        {
            Replacing = ["allocationId", "connectivityType", "privateIp", "subnetId"],
            InPlace = ["tags"],
        },
        new("aws:ec2/route:Route", "internal/service/ec2/vpc_route.go")
        {
            Replacing = ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId", "routeTableId"],
            InPlace = ["gatewayId", "natGatewayId"],
        },
        new("aws:ec2/routeTable:RouteTable", "internal/service/ec2/vpc_route_table.go")
        {
            Replacing = ["vpcId"],
            InPlace = ["propagatingVgws", "routes", "tags"],
        },
        new("aws:ec2/routeTableAssociation:RouteTableAssociation", "internal/service/ec2/vpc_route_table_association.go")
        {
            Replacing = ["gatewayId", "subnetId"],
            InPlace = ["routeTableId"],
        },
        new("aws:ec2/securityGroup:SecurityGroup", "internal/service/ec2/vpc_security_group.go")
        {
            Replacing = ["description", "name", "namePrefix", "vpcId"],
            InPlace = ["egress", "ingress", "tags"],
        },
        new("aws:ec2/subnet:Subnet", "internal/service/ec2/vpc_subnet.go")
        {
            Replacing = ["availabilityZone", "availabilityZoneId", "cidrBlock", "ipv6Native", "outpostArn", "vpcId"],
            InPlace = ["mapPublicIpOnLaunch", "tags"],
        },
        new("aws:ec2/vpc:Vpc", "internal/service/ec2/vpc_.go")
        {
            Replacing = ["cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength"],
            InPlace = ["enableDnsHostnames", "enableDnsSupport", "tags"],
        },
        new("aws:ec2/vpcEndpoint:VpcEndpoint", "internal/service/ec2/vpc_endpoint.go")
        {
            Replacing = ["serviceName", "vpcEndpointType", "vpcId"],
            InPlace = ["policy", "routeTableIds", "securityGroupIds", "subnetIds", "tags"],
        },
        new("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "internal/service/ec2/vpc_security_group_egress_rule.go")
        {
            Replacing = ["securityGroupId"],
            InPlace = ["cidrIpv4", "cidrIpv6", "description", "fromPort", "ipProtocol", "prefixListId", "referencedSecurityGroupId", "tags", "toPort"],
        },
        new("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "internal/service/ec2/vpc_security_group_ingress_rule.go")
        {
            Replacing = ["securityGroupId"],
            InPlace = ["cidrIpv4", "cidrIpv6", "description", "fromPort", "ipProtocol", "prefixListId", "referencedSecurityGroupId", "tags", "toPort"],
        },
    ];
}
