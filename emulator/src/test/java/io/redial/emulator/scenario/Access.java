package io.redial.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.redis.v20180412.models.Account;
import com.tencentcloudapi.redis.v20180412.models.AssociateSecurityGroupsRequest;
import com.tencentcloudapi.redis.v20180412.models.ClearInstanceRequest;
import com.tencentcloudapi.redis.v20180412.models.CreateInstanceAccountRequest;
import com.tencentcloudapi.redis.v20180412.models.DeleteInstanceAccountRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeDBSecurityGroupsRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstanceAccountRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstanceSecurityGroupRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeProjectSecurityGroupRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeProjectSecurityGroupsRequest;
import com.tencentcloudapi.redis.v20180412.models.DisassociateSecurityGroupsRequest;
import com.tencentcloudapi.redis.v20180412.models.ModfiyInstancePasswordRequest;
import com.tencentcloudapi.redis.v20180412.models.ModifyDBInstanceSecurityGroupsRequest;
import com.tencentcloudapi.redis.v20180412.models.ModifyInstanceAccountRequest;
import com.tencentcloudapi.redis.v20180412.models.ResetPasswordRequest;
import com.tencentcloudapi.redis.v20180412.models.SecurityGroup;
import java.util.Arrays;
import java.util.List;

/** Who may use an instance: by its password, as one of its accounts, and through its security groups. */
record Access(Customer customer) {
    private static final String SHOP_GROUP = "sg-ajr1jzgj";
    private static final String OTHER_GROUP = "sg-7y0pa6nf";

    void byAnotherPasswordForAWhile(String id) throws TencentCloudSDKException {
        var change = new ModfiyInstancePasswordRequest();
        change.setInstanceId(id);
        change.setOldPassword(Customer.PASSWORD);
        change.setPassword("second-secret-2");
        customer.await(customer.sdk().ModfiyInstancePassword(change).getTaskId());

        var clear = new ClearInstanceRequest();
        clear.setInstanceId(id);
        clear.setPassword(Customer.PASSWORD);
        assertThatExceptionOfType(TencentCloudSDKException.class)
                .isThrownBy(() -> customer.sdk().ClearInstance(clear))
                .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo("InvalidParameterValue.PasswordError"));
        clear.setPassword("second-secret-2");
        customer.await(customer.sdk().ClearInstance(clear).getTaskId());

        var reset = new ResetPasswordRequest();
        reset.setInstanceId(id);
        reset.setPassword(Customer.PASSWORD);
        customer.await(customer.sdk().ResetPassword(reset).getTaskId());
        clear.setPassword(Customer.PASSWORD);
        customer.await(customer.sdk().ClearInstance(clear).getTaskId());
    }

    void asAnAccountOfItsOwn(String id) throws TencentCloudSDKException {
        var create = new CreateInstanceAccountRequest();
        create.setInstanceId(id);
        create.setAccountName("reader");
        create.setAccountPassword("reader-secret-1");
        create.setReadonlyPolicy(new String[] {"replication"});
        create.setPrivilege("r");
        customer.await(customer.sdk().CreateInstanceAccount(create).getTaskId());
        assertThat(accounts(id)).extracting(Account::getAccountName).containsExactly("root", "reader");

        var modify = new ModifyInstanceAccountRequest();
        modify.setInstanceId(id);
        modify.setAccountName("reader");
        modify.setPrivilege("rw");
        modify.setRemark("writes too");
        customer.await(customer.sdk().ModifyInstanceAccount(modify).getTaskId());
        assertThat(accounts(id).get(1).getPrivilege()).isEqualTo("rw");
        assertThat(accounts(id).get(1).getRemark()).isEqualTo("writes too");
        assertThat(accounts(id).get(1).getReadonlyPolicy()).containsExactly("replication");

        var delete = new DeleteInstanceAccountRequest();
        delete.setInstanceId(id);
        delete.setAccountName("reader");
        customer.await(customer.sdk().DeleteInstanceAccount(delete).getTaskId());
        assertThat(accounts(id)).extracting(Account::getAccountName).containsExactly("root");
    }

    private List<Account> accounts(String id) throws TencentCloudSDKException {
        var request = new DescribeInstanceAccountRequest();
        request.setInstanceId(id);
        request.setLimit(20L);
        request.setOffset(0L);
        return Arrays.asList(customer.sdk().DescribeInstanceAccount(request).getAccounts());
    }

    void throughSecurityGroups(String id) throws TencentCloudSDKException {
        var before = groups(id);
        var bind = new AssociateSecurityGroupsRequest();
        bind.setProduct("redis");
        bind.setSecurityGroupId(SHOP_GROUP);
        bind.setInstanceIds(new String[] {id});
        customer.sdk().AssociateSecurityGroups(bind);
        assertThat(groups(id)).containsAll(before).contains(SHOP_GROUP);

        var unbind = new DisassociateSecurityGroupsRequest();
        unbind.setProduct("redis");
        unbind.setSecurityGroupId(SHOP_GROUP);
        unbind.setInstanceIds(new String[] {id});
        customer.sdk().DisassociateSecurityGroups(unbind);
        assertThat(groups(id)).isEqualTo(before);

        var bound = new AssociateSecurityGroupsRequest();
        bound.setProduct("redis");
        bound.setSecurityGroupId(SHOP_GROUP);
        bound.setInstanceIds(new String[] {id});
        customer.sdk().AssociateSecurityGroups(bound);
        var replace = new ModifyDBInstanceSecurityGroupsRequest();
        replace.setProduct("redis");
        replace.setInstanceId(id);
        replace.setSecurityGroupIds(new String[] {OTHER_GROUP});
        customer.sdk().ModifyDBInstanceSecurityGroups(replace);
        assertThat(groups(id)).containsExactly(OTHER_GROUP);
        var many = new DescribeInstanceSecurityGroupRequest();
        many.setInstanceIds(new String[] {id});
        assertThat(customer.sdk()
                        .DescribeInstanceSecurityGroup(many)
                        .getInstanceSecurityGroupsDetail()[0]
                        .getSecurityGroupDetails())
                .singleElement()
                .satisfies(group -> assertThat(group.getSecurityGroupId()).isEqualTo(OTHER_GROUP));
    }

    private List<String> groups(String id) throws TencentCloudSDKException {
        var request = new DescribeDBSecurityGroupsRequest();
        request.setProduct("redis");
        request.setInstanceId(id);
        return Arrays.stream(customer.sdk().DescribeDBSecurityGroups(request).getGroups())
                .map(SecurityGroup::getSecurityGroupId)
                .toList();
    }

    void throughGroupsThatBothListsKnow() throws TencentCloudSDKException {
        var all = new DescribeProjectSecurityGroupsRequest();
        all.setProduct("redis");
        all.setProjectId(0L);
        assertThat(customer.sdk().DescribeProjectSecurityGroups(all).getGroups())
                .extracting(SecurityGroup::getSecurityGroupId)
                .contains(SHOP_GROUP, OTHER_GROUP);
        var one = new DescribeProjectSecurityGroupRequest();
        one.setSecurityGroupId(SHOP_GROUP);
        assertThat(customer.sdk().DescribeProjectSecurityGroup(one).getSecurityGroupDetails())
                .hasSize(1);
    }
}
