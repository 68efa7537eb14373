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
record AccessControlSteps(ScenarioContext context) {
    private static final String SHOP_GROUP = "sg-ajr1jzgj";
    private static final String OTHER_GROUP = "sg-7y0pa6nf";

    void changeAndResetPassword(String id) throws TencentCloudSDKException {
        var change = new ModfiyInstancePasswordRequest();
        change.setInstanceId(id);
        change.setOldPassword(ScenarioContext.PASSWORD);
        change.setPassword("second-secret-2");
        context.awaitTask(context.sdk().ModfiyInstancePassword(change).getTaskId());

        var clear = new ClearInstanceRequest();
        clear.setInstanceId(id);
        clear.setPassword(ScenarioContext.PASSWORD);
        assertThatExceptionOfType(TencentCloudSDKException.class)
                .isThrownBy(() -> context.sdk().ClearInstance(clear))
                .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo("InvalidParameterValue.PasswordError"));
        clear.setPassword("second-secret-2");
        context.awaitTask(context.sdk().ClearInstance(clear).getTaskId());

        var reset = new ResetPasswordRequest();
        reset.setInstanceId(id);
        reset.setPassword(ScenarioContext.PASSWORD);
        context.awaitTask(context.sdk().ResetPassword(reset).getTaskId());
        clear.setPassword(ScenarioContext.PASSWORD);
        context.awaitTask(context.sdk().ClearInstance(clear).getTaskId());
    }

    void manageAccount(String id) throws TencentCloudSDKException {
        var create = new CreateInstanceAccountRequest();
        create.setInstanceId(id);
        create.setAccountName("reader");
        create.setAccountPassword("reader-secret-1");
        create.setReadonlyPolicy(new String[] {"replication"});
        create.setPrivilege("r");
        context.awaitTask(context.sdk().CreateInstanceAccount(create).getTaskId());
        assertThat(accounts(id)).extracting(Account::getAccountName).containsExactly("root", "reader");

        var modify = new ModifyInstanceAccountRequest();
        modify.setInstanceId(id);
        modify.setAccountName("reader");
        modify.setPrivilege("rw");
        modify.setRemark("writes too");
        context.awaitTask(context.sdk().ModifyInstanceAccount(modify).getTaskId());
        assertThat(accounts(id).get(1).getPrivilege()).isEqualTo("rw");
        assertThat(accounts(id).get(1).getRemark()).isEqualTo("writes too");
        assertThat(accounts(id).get(1).getReadonlyPolicy()).containsExactly("replication");

        var delete = new DeleteInstanceAccountRequest();
        delete.setInstanceId(id);
        delete.setAccountName("reader");
        context.awaitTask(context.sdk().DeleteInstanceAccount(delete).getTaskId());
        assertThat(accounts(id)).extracting(Account::getAccountName).containsExactly("root");
    }

    private List<Account> accounts(String id) throws TencentCloudSDKException {
        var request = new DescribeInstanceAccountRequest();
        request.setInstanceId(id);
        request.setLimit(20L);
        request.setOffset(0L);
        return Arrays.asList(context.sdk().DescribeInstanceAccount(request).getAccounts());
    }

    void bindSecurityGroups(String id) throws TencentCloudSDKException {
        var before = groups(id);
        var bind = new AssociateSecurityGroupsRequest();
        bind.setProduct("redis");
        bind.setSecurityGroupId(SHOP_GROUP);
        bind.setInstanceIds(new String[] {id});
        context.sdk().AssociateSecurityGroups(bind);
        assertThat(groups(id)).containsAll(before).contains(SHOP_GROUP);

        var unbind = new DisassociateSecurityGroupsRequest();
        unbind.setProduct("redis");
        unbind.setSecurityGroupId(SHOP_GROUP);
        unbind.setInstanceIds(new String[] {id});
        context.sdk().DisassociateSecurityGroups(unbind);
        assertThat(groups(id)).isEqualTo(before);

        var bound = new AssociateSecurityGroupsRequest();
        bound.setProduct("redis");
        bound.setSecurityGroupId(SHOP_GROUP);
        bound.setInstanceIds(new String[] {id});
        context.sdk().AssociateSecurityGroups(bound);
        var replace = new ModifyDBInstanceSecurityGroupsRequest();
        replace.setProduct("redis");
        replace.setInstanceId(id);
        replace.setSecurityGroupIds(new String[] {OTHER_GROUP});
        context.sdk().ModifyDBInstanceSecurityGroups(replace);
        assertThat(groups(id)).containsExactly(OTHER_GROUP);
        var many = new DescribeInstanceSecurityGroupRequest();
        many.setInstanceIds(new String[] {id});
        assertThat(context.sdk()
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
        return Arrays.stream(context.sdk().DescribeDBSecurityGroups(request).getGroups())
                .map(SecurityGroup::getSecurityGroupId)
                .toList();
    }

    void listSecurityGroups() throws TencentCloudSDKException {
        var all = new DescribeProjectSecurityGroupsRequest();
        all.setProduct("redis");
        all.setProjectId(0L);
        assertThat(context.sdk().DescribeProjectSecurityGroups(all).getGroups())
                .extracting(SecurityGroup::getSecurityGroupId)
                .contains(SHOP_GROUP, OTHER_GROUP);
        var one = new DescribeProjectSecurityGroupRequest();
        one.setSecurityGroupId(SHOP_GROUP);
        assertThat(context.sdk().DescribeProjectSecurityGroup(one).getSecurityGroupDetails())
                .hasSize(1);
    }
}
